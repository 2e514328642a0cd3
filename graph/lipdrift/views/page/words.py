"""The words of the pages themselves, in both languages, and the notice that every page ends with."""

from __future__ import annotations

from typing import Final

NOTICE: Final = {
    "en": (
        "For teaching only. Not medical advice, diagnosis or a guide to injecting or dissolving. No study we found "
        "measured the whole path from a cause to filler migration in the lip; most arrows are clinicians' opinions or "
        "single cases, and each shows its source. Do not choose a layer, dose or product from this page. Severe pain, "
        "white or mottled skin, or changed vision after filler can be an emergency: get medical help at once."
    ),
    "ko": (
        "교육용 자료이며 의학적 조언, 진단 또는 시술·용해 지침이 아닙니다. 입술에서 원인부터 필러 이동까지의 전 과정을 "
        "측정한 연구는 찾지 못했습니다. 화살표 대부분은 임상가의 의견이나 개별 증례에 근거하며, 각각 출처를 표시합니다. "
        "이 자료만으로 주입 층, 용량, 제품을 결정하지 마십시오. 필러 시술 후 심한 통증, 피부가 하얗거나 얼룩덜룩해지는 변화, "
        "시야 이상은 응급 상황일 수 있으니 즉시 진료를 받으십시오."
    ),
}

WORDS: Final = {
    "title": ["Lip filler migration", "입술 필러 이동"],
    "subtitle": ["How each cause leads there, what one sees, what can be done", "원인, 조직 변화, 징후, 대처"],
    "teaching": ["For teaching only", "교육용"],
    "follow": ["Follow a cause", "원인 따라가기"],
    "choose": ["Choose a cause …", "원인을 선택하세요 …"],
    "search": ["Search terms", "용어 검색"],
    "none": ["Nothing found", "결과 없음"],
    "theme": ["Light or dark", "밝게 또는 어둡게"],
    "lip": ["Lip section", "입술 단면"],
    "print": ["Print", "인쇄"],
    "keys": ["Keys", "단축키"],
    "whole": ["Whole picture", "전체 보기"],
    "larger": ["Larger", "확대"],
    "smaller": ["Smaller", "축소"],
    "close": ["Close", "닫기"],
    "next": ["Next step", "다음 단계"],
    "back": ["Previous step", "이전 단계"],
    "leave": ["Leave the story", "이야기 나가기"],
    "step": ["Step {0} of {1}", "{1}단계 중 {0}단계"],
    "start": [
        "Choose a cause above, or press a cause card, and walk through it step by step.",
        "위에서 원인을 고르거나 원인 카드를 눌러 단계별로 따라가세요.",
    ],
    "cause": ["Cause", "원인"],
    "tissue": ["In the tissue", "조직에서"],
    "movement": ["Where filler goes", "필러의 이동"],
    "sign": ["What one sees", "보이는 징후"],
    "care": ["What can be done", "대처"],
    "open": ["What stays open", "남은 질문"],
    "places": ["Where it happens, and what is injected", "위치와 재료"],
    "leadsIn": ["What leads here, or acts on it", "여기로 이어지는 것"],
    "leadsOut": ["Where it leads, or what it acts on", "여기서 이어지는 것"],
    "words": ["Other words", "다른 이름"],
    "lay": ["lay", "일반어"],
    "by": ["Can be changed by", "바꿀 수 있는 사람"],
    "site": ["Where", "위치"],
    "inferred": ["inferred", "추정"],
    "evidence": ["Evidence", "근거"],
    "for": ["For", "지지"],
    "against": ["Against", "반대"],
    "limits": ["Limits it", "제한"],
    "drawn": ["A curator's inference, drawn from", "편집자 추론의 바탕"],
    "sources1": ["1 independent source", "독립 출처 1개"],
    "sourcesN": ["{0} independent sources", "독립 출처 {0}개"],
    "inference": ["curator's inference", "편집자 추론"],
    "onlyPages": ["only clinic pages or an inference", "클리닉 글이나 추론뿐"],
    "disputed": ["disputed", "논쟁 중"],
    "myth": ["refuted by the sources seen", "확인한 출처가 반박함"],
    "summary": ["says the whole way at once; its steps are spelled out", "전체를 요약한 진술; 단계는 따로 있음"],
    "unknown": ["jumps over steps that nobody has described", "중간 단계는 알려지지 않음"],
    "caveats": ["To be said beside it", "함께 알아야 할 점"],
    "notStated": ["not stated", "표시되지 않음"],
    "draft": ["draft translation", "번역 초안"],
    "english": ["no Korean label yet", "한국어 이름 없음"],
    "established": ["established", "확립"],
    "reported": ["reported", "보고"],
    "suggested": ["suggested", "제안"],
    "unstated": ["unstated", "표시 없음"],
    "legend": ["Lines", "선"],
    "lCausal": ["is claimed to lead to", "이어진다고 함"],
    "lOpposing": ["acts against", "막거나 줄임"],
    "lThin": ["only clinic pages or an inference", "클리닉 글이나 추론뿐"],
    "lDisputed": ["disputed", "논쟁 중"],
    "keysList": [
        "Space, → or PageDown: next step · ← or PageUp: previous · Home, End: first, last · Esc: leave · "
        "/ : search · S: lip section · T: theme · L: language · F: full screen · ? : this list",
        "Space, →, PageDown: 다음 · ←, PageUp: 이전 · Home, End: 처음, 끝 · Esc: 나가기 · / : 검색 · "
        "S: 입술 단면 · T: 테마 · L: 언어 · F: 전체 화면 · ? : 이 목록",
    ],
    "read": ["read as", "읽은 범위"],
    "copied": ["Link copied", "링크 복사됨"],
    "copy": ["Copy link to this view", "이 화면 링크 복사"],
}

KINDS_KO: Final = {
    "Structure": "해부학적 구조",
    "InjectionLayer": "주입층",
    "Material": "재료",
    "MaterialProperty": "재료 특성",
    "Cause": "원인",
    "MechanismStep": "기전 단계",
    "Event": "사건",
    "Outcome": "결과",
    "Sign": "시각적 징후",
    "LookAlike": "감별 상태",
    "Treatment": "치료",
    "Technique": "시술 기법",
    "Prevention": "예방",
    "Risk": "위험",
    "Diagnostic": "진단 방법",
}
