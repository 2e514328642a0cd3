"""The words of a drawing in both languages, and terms named in either. Drafts bear a star."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lipdrift.errors import UsageError
from lipdrift.model import Caveat, Term
from lipdrift.views.page.words import WORDS

LANGUAGES: Final = ("en", "ko")
OWN: Final = {
    "teaching": ["For teaching only. Not medical advice.", "교육용 자료이며 의학적 조언이 아닙니다."],
    "routes1": ["1 route", "경로 1개"],
    "routesN": ["{0} routes", "경로 {0}개"],
    "circles1": ["1 vicious circle", "악순환 1개"],
    "circlesN": ["{0} vicious circles", "악순환 {0}개"],
    "more": ["{0} more in the table", "표에 {0}개 더 있음"],
    "version": ["lipdrift {0}, ontology {1}", "lipdrift {0}, 온톨로지 {1}"],
    "asOf": ["knowledge as of {0}", "{0} 기준 지식"],
    "noRoute": ["no route is known to this ontology", "이 온톨로지에는 알려진 경로가 없음"],
    "then": ["What is then seen", "그 다음에 보이는 것"],
    "without": ["Without {0}: routes to {1} that stay open", "{0} 없이도 남는 {1} 경로"],
    "circle": ["Circle {0}", "순환 {0}"],
    "weakest": ["weakest link", "가장 약한 고리"],
    "circles": ["Vicious circles", "악순환"],
    "explain": ["Which explanations does the literature give for {0}?", "{0}에 대해 문헌이 제시하는 설명"],
    "unexplaining": ["Conditions that explain none of them", "어느 것도 설명하지 않는 상태"],
    "incomparable": ["Conditions that cannot be compared", "비교할 수 없는 상태"],
    "both": ["A and B", "A와 B 공통"],
    "only": ["only {0}", "{0}만"],
    "asked": ["asked", "질문"],
    "askedFor": ["what was asked for", "질문한 징후"],
    "partial": ["Not complete: the {0} bound was reached; there may be more.", "전부가 아님: {0} 한도에 이름"],
    "beside": ["To be said beside it", "함께 알아야 할 점"],
    "count": ["independent sources", "독립 출처 수"],
    "lookalike": ["Look-alike", "감별 상태"],
    "jumps": ["jumps over steps that nobody has described", "중간 단계는 알려지지 않음"],
    "summary": ["says the whole way at once", "전체를 요약한 진술"],
    "inference": ["curator's inference", "편집자 추론"],
    "draft": ["draft translation", "번역 초안"],
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of a drawing; UsageError for one that has no words."""

    lang: str

    def __post_init__(self) -> None:
        if self.lang not in LANGUAGES:
            raise UsageError(f"no picture speaks {self.lang!r}; the languages are {' and '.join(LANGUAGES)}")

    def say(self, key: str, *values: object) -> str:
        """The words for a key, with values in their places."""
        return (OWN.get(key) or WORDS[key])[LANGUAGES.index(self.lang)].format(*values)

    def count(self, key: str, number: int) -> str:
        """A number of things."""
        return self.say(f"{key}1" if number == 1 else f"{key}N", number)

    def name(self, term: Term) -> str:
        """The label of a term; English where there is no other, with a star where it is a draft."""
        label = term.labels.get(self.lang, term.label) if self.lang != "en" else term.label
        return label + "*" * self.is_draft(term)

    def is_draft(self, term: Term) -> bool:
        """Whether its label in this language is a draft."""
        return self.lang in term.drafts and self.lang in term.labels

    def names(self, terms: Iterable[Term]) -> str:
        """Labels joined by commas."""
        return ", ".join(map(self.name, terms))

    def caveat(self, caveat: Caveat) -> str:
        """The text of a caveat, English where there is no other."""
        return caveat.texts.get(self.lang, caveat.text)
