"""The words of the lip section itself, in both languages. Names of anatomy are never here: they come from the data."""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    "title": ["The lip, cut from front to back", "입술을 앞뒤로 자른 단면"],
    "desc": [
        "Schematic, not to scale. Skin side on the left, mouth side on the right. From the surface inward: {0}.",
        "모식도이며 실제 비율이 아닙니다. 왼쪽이 피부 쪽, 오른쪽이 입 안쪽입니다. 표면에서 안쪽으로: {0}.",
    ],
    "schematic": ["Schematic, not to scale", "모식도, 실제 비율 아님"],
    "front": ["skin side", "피부 쪽"],
    "inside": ["mouth side", "입 안쪽"],
    "places": ["Injection layers, placed by definition", "주입층 (정의에 따라 배치)"],
    "draft": ["* draft translation", "* 번역 초안"],
    "filler": ["filler", "필러"],
    "depth": ["Needle tip", "바늘 끝"],
    "outside": ["in front of the skin", "피부 앞"],
    "stop": ["{0} of {1}: {2}", "{1}단계 중 {0}: {2}"],
    "here": ["What the data places at this depth", "자료가 이 깊이에 두는 것"],
    "nothing": ["The data places nothing else here.", "자료에는 여기에 놓인 다른 것이 없습니다."],
    "inferred": ["place inferred by a curator", "위치는 편집자의 추정"],
    "sits": ["takes place here", "여기에서 일어남"],
    "probe": [
        "The needle is a pointer for naming layers. It shows no technique and no safe depth.",
        "바늘은 층의 이름을 짚는 표시일 뿐, 시술법이나 안전한 깊이를 뜻하지 않습니다.",
    ],
    "dashed": [
        "Dashed or dotted: another place that a claim gives, or a place or way that no claim gives.",
        "점선: 다른 진술이 말하는 위치, 또는 진술이 밝히지 않은 위치나 경로.",
    ],
    "rests": ["What the picture rests on", "그림의 근거"],
    "definition": ["place taken from its definition, no claim gives it", "위치를 밝힌 진술이 없어 정의를 따름"],
    "notDrawn": ["Known, but not drawn in this cut", "알려져 있으나 이 단면에 그리지 않은 것"],
    "ours": [
        "Outline, thickness of layers, height of vessels and glands, filler's way: drawn freely, no claim gives them.",
        "윤곽, 층의 두께, 혈관과 샘의 높이, 필러의 경로는 임의로 그렸습니다. 그 값을 밝힌 진술이 없습니다.",
    ],
    "noPlane": ["its plane is not stated on its own", "층이 따로 밝혀지지 않음"],
    "hint": ["Point at a part, or use Tab and the arrow keys.", "부위를 가리키거나 Tab과 화살표 키를 쓰세요."],
}
