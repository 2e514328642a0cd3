"""One frozen answer per question, and the receipt that each one starts with."""

from lipdrift.answers.base import Answer, Receipt
from lipdrift.answers.claims import EvidenceOf, Found, Info, Shown
from lipdrift.answers.comparison import CauseOf, Cell, Compare, Condition, Explained, Gaps, Loop, Loops
from lipdrift.answers.interventions import Action, Approval, Cuts, Treatments, WhatIf
from lipdrift.answers.pages import Explorer, Story, StoryStep
from lipdrift.answers.report import Problem, Report, Verdict
from lipdrift.answers.routes import Kinds, NoRoute, Paths, Pattern, Route, Seen, Step

__all__ = [
    "Action",
    "Answer",
    "Approval",
    "CauseOf",
    "Cell",
    "Compare",
    "Condition",
    "Cuts",
    "EvidenceOf",
    "Explained",
    "Explorer",
    "Found",
    "Gaps",
    "Info",
    "Kinds",
    "Loop",
    "Loops",
    "NoRoute",
    "Paths",
    "Pattern",
    "Problem",
    "Receipt",
    "Report",
    "Route",
    "Seen",
    "Shown",
    "Step",
    "Story",
    "StoryStep",
    "Treatments",
    "Verdict",
    "WhatIf",
]
