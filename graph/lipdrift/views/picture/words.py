"""What a drawing says in its own words, English and Korean."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = ("en", "ko")

WORDS: Final = {
    "paths": ["{0} → {1}", "{0} → {1}"],
    "noRoute": ["no route is known", "알려진 경로 없음"],
    "whatif": ["Without {0}: what still leads to {1}", "{0} 없이도 {1}에 이르는 경로"],
    "compare": ["Two causes of {2}: A {0}, B {1}", "{2}의 두 원인: A {0}, B {1}"],
    "loops": ["Vicious circles", "악순환"],
    "explain": ["What is said to explain: {0}", "설명으로 제시된 것: {0}"],
    "circle": ["Circle {0}", "순환 {0}"],
    "weakest": ["weakest link: {0}", "가장 약한 고리: {0}"],
    "meet": ["They meet at: {0}", "만나는 곳: {0}"],
    "part": ["They part at: {0}", "갈라지는 곳: {0}"],
    "untied": ["No claim here ties these to a sign, so nothing speaks for or against them: {0}",
               "징후와 연결된 진술이 없어 지지도 반박도 할 수 없음: {0}"],
    "beside": ["To be said beside it", "함께 알아야 할 점"],
    "more": ["and {0} more in the record of this answer", "그 밖의 {0}개는 이 답의 기록에 있음"],
    "partial": ["NOT COMPLETE: the {0} bound was reached; there may be more.",
                "불완전: {0} 한도에 도달하여 더 있을 수 있습니다."],
    "teaching": ["For teaching only. Not medical advice.", "교육용 자료이며 의학적 조언이 아닙니다."],
    "asOf": ["Knowledge as of {0}", "{0} 기준 지식"],
    "draft": ["* draft translation", "* 번역 초안"],
    "cause": ["cause", "원인"],
    "tissue": ["in the tissue", "조직에서"],
    "movement": ["where filler goes", "필러의 이동"],
    "sign": ["what one sees", "보이는 징후"],
    "care": ["what can be done", "대처"],
    "place": ["place or material", "위치나 재료"],
    "lookalike": ["look-alike", "감별 상태"],
    "established": ["established", "확립"],
    "reported": ["reported", "보고"],
    "suggested": ["suggested", "제안"],
    "unstated": ["strength not stated", "강도 표시 없음"],
    "disputed": ["disputed", "논쟁 중"],
    "inferred": ["curators' inference", "편집자 추론"],
    "opposing": ["acts against", "막거나 줄임"],
    "shows": ["is said to show or to look like", "그렇게 보인다고 함"],
    "onlyA": ["only A", "A만"],
    "onlyB": ["only B", "B만"],
    "both": ["both", "공통"],
    "limit": ["limit", "개수"],
    "steps": ["steps", "단계"],
    "time": ["time", "시간"],
    "memory": ["memory", "메모리"],
    "rows": ["rows", "행"],
}  # fmt: skip


def say(key: str, lang: str, *parts: object) -> str:
    """A phrase in one language, with its parts filled in."""
    return WORDS[key][LANGUAGES.index(lang)].format(*parts)
