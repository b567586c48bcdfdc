"""Registration of what Annex III lists: Articles 49, 26(8) and 71."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import ANNEX_III_BUT_2, annex_iii, duty
from copilot.rules.ai_act.formula import one_of

_PUBLIC = one_of("organisation.public_authority", "organisation.on_behalf_of_public")

PROVIDER = duty(
    "register-system",
    "provider",
    "art-49/1",
    "Register in the EU database",
    "Before the system reaches the market, register yourself and it in the EU database with the data of "
    "Annex VIII, Section A, and keep them current; a representative may do so for you. Systems of points "
    "1, 6 and 7 for police, migration, asylum or borders go into the section that is not public.",
    "Entry in the EU database",
    follows=ANNEX_III_BUT_2,
    also="art-16/i art-49/4 art-71/2 anx-8/sec-a",
)

NATIONAL = duty(
    "register-nationally",
    "provider",
    "art-49/5",
    "Register at national level",
    "Register a system for critical infrastructure nationally, not in the EU database. The Act does not "
    "say by whom; the provider is our reading.",
    "Entry in the national register",
    follows=annex_iii("2"),
)

DEPLOYER = duty(
    "register-use",
    "deployer",
    "art-49/3",
    "Register the use",
    "Before putting it into service or using it, register yourself in the EU database, select the system "
    "and register its use with the data of Annex VIII, Section C. Points 1, 6 and 7 for police, migration, "
    "asylum or borders go into the section that is not public.",
    "Entry of the use in the EU database",
    follows=ANNEX_III_BUT_2,
    when=_PUBLIC,
    also="art-49/4 art-71/3 anx-8/sec-c",
)

DUTIES = (PROVIDER, NATIONAL, DEPLOYER)
