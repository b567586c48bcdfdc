"""Facts on the practices of Article 5 that no area of Annex III shares."""

# ruff: noqa: RUF009  # asked() and within() make fields

from __future__ import annotations

from dataclasses import dataclass

from copilot.rules.ai_act.facts.topic import Topic, asked, within
from copilot.rules.telling import Said

# Art. 5(1a) asks the same of both kinds of material that points (ba) and (bb) prohibit.
_INTENDED = (
    "Is generating or manipulating such material the intended purpose?",
    "Supply is prohibited then: Art. 5(1a)(a)(i).",
)
_REPRODUCIBLE = (
    "Is it a reasonably foreseeable outcome, reproducible without significant technical modification?",
    "Supply is prohibited then, unless safeguards prevent it: Art. 5(1a)(a)(ii).",
)
_SAFEGUARDS = (
    "Are there reasonable and adequate safeguards that reliably prevent it and correct misuse?",
    "With them a foreseeable outcome does not make supply prohibited: Art. 5(1a)(a)(ii).",
)
_DEPLOYER_PURPOSE = (
    "Does the deployer use the system for the purpose of making such material?",
    "Use is prohibited only then: Art. 5(1a)(b).",
)


@dataclass(frozen=True, slots=True)
class Influence(Topic):
    """Manipulation and the exploitation of vulnerabilities."""

    gate = "involved"

    involved: Said = asked(
        "Does it influence people covertly, manipulatively, deceptively or through a vulnerability?",
        "If not, Art. 5(1)(a) and (b) are ruled out.",
    )
    subliminal: Said = within(
        "Does it deploy subliminal techniques beyond a person's consciousness?",
        "One of the techniques of Art. 5(1)(a).",
    )
    manipulative: Said = within(
        "Does it deploy purposefully manipulative or deceptive techniques?",
        "One of the techniques of Art. 5(1)(a).",
    )
    exploits_age: Said = within(
        "Does it exploit a vulnerability that people have because of their age?",
        "One of the vulnerabilities of Art. 5(1)(b).",
    )
    exploits_disability: Said = within(
        "Does it exploit a vulnerability that people have because of a disability?",
        "One of the vulnerabilities of Art. 5(1)(b).",
    )
    exploits_situation: Said = within(
        "Does it exploit a vulnerability that comes from a specific social or economic situation?",
        "One of the vulnerabilities of Art. 5(1)(b).",
    )
    distorts_behaviour: Said = asked(
        "Is it the objective or the effect that behaviour is materially distorted?",
        "An element of Art. 5(1)(a) and (b); the effect alone suffices.",
    )
    impairs_decision: Said = asked(
        "Is the ability to make an informed decision appreciably impaired?",
        "An element of Art. 5(1)(a).",
    )
    other_decision: Said = asked(
        "Are people thereby caused to take a decision that they would not have taken otherwise?",
        "An element of Art. 5(1)(a).",
    )
    significant_harm: Said = asked(
        "Is significant harm to a person or group caused, or reasonably likely?",
        "An element of Art. 5(1)(a) and (b).",
    )


@dataclass(frozen=True, slots=True)
class IntimateImagery(Topic):
    """Intimate material of identifiable persons."""

    gate = "involved"

    involved: Said = asked(
        "Can it generate or manipulate images, video, audio or the like of intimate parts or of sexually "
        "explicit activities?",
        "If not, Art. 5(1)(ba) is ruled out.",
    )
    realistic: Said = within("Is that material realistic?", "An element of Art. 5(1)(ba).")
    identifiable: Said = within(
        "Is the person shown an identifiable natural person?", "An element of Art. 5(1)(ba)."
    )
    consent: Said = asked(
        "Did that person give freely-given, specific, informed, unambiguous and explicit consent to it?",
        "With consent of all five qualities Art. 5(1)(ba) does not apply.",
    )
    no_more_exposed: Said = asked(
        "Does it only manipulate material, neither increasing the exposure of intimate parts nor altering "
        "the nature of sexual activities shown?",
        "That is no manipulation for Art. 5(1)(ba): Art. 5(1b).",
    )
    intended: Said = within(*_INTENDED)
    reproducible: Said = within(*_REPRODUCIBLE)
    safeguards: Said = asked(*_SAFEGUARDS)
    deployer_purpose: Said = within(*_DEPLOYER_PURPOSE)


@dataclass(frozen=True, slots=True)
class ChildAbuseMaterial(Topic):
    """Material or performance of Directive 2011/93/EU, Art. 2(c) and (e)."""

    gate = "involved"

    involved: Said = asked(
        "Can it generate or manipulate child sexual abuse material or performances (Directive 2011/93/EU, "
        "Art. 2(c), (e))?",
        "If not, Art. 5(1)(bb) is ruled out.",
    )
    defence: Said = asked(
        "Does a 'without right' defence apply under national law?",
        "The one exception of Art. 5(1)(bb).",
    )
    intended: Said = within(*_INTENDED)
    reproducible: Said = within(*_REPRODUCIBLE)
    safeguards: Said = asked(*_SAFEGUARDS)
    deployer_purpose: Said = within(*_DEPLOYER_PURPOSE)


@dataclass(frozen=True, slots=True)
class SocialScoring(Topic):
    """Evaluating people over time with consequences out of place or out of proportion."""

    gate = "involved"

    involved: Said = asked(
        "Does it evaluate or classify persons or groups over time by how they behave or what they are like (a "
        "social score, whatever its name)?",
        "If not, Art. 5(1)(c) is ruled out; public and private actors are both meant.",
    )
    over_time: Said = asked("Does it do so over a certain period of time?", "An element of Art. 5(1)(c).")
    social_behaviour: Said = within(
        "Is the score based on social behaviour?", "One of the bases of Art. 5(1)(c)."
    )
    personal_traits: Said = within(
        "Is it based on known, inferred or predicted personal or personality characteristics?",
        "One of the bases of Art. 5(1)(c).",
    )
    unrelated_context: Said = within(
        "Does it lead to detrimental or unfavourable treatment in contexts unrelated to those the data come from?",
        "Consequence (i) of Art. 5(1)(c).",
    )
    disproportionate: Said = within(
        "Does it lead to detrimental or unfavourable treatment that is unjustified or disproportionate to the "
        "behaviour or its gravity?",
        "Consequence (ii) of Art. 5(1)(c).",
    )


@dataclass(frozen=True, slots=True)
class CrimeRisk(Topic):
    """Predicting that a person commits a criminal offence."""

    gate = "assesses"

    assesses: Said = asked(
        "Does it assess or predict the risk that a natural person commits a criminal offence?",
        "The practice of Art. 5(1)(d), and of Annex III 6(d) in the hands of law enforcement.",
    )
    solely_profiling: Said = asked(
        "Is the assessment based solely on profiling, alone or together with personality traits?",
        "Prohibited by Art. 5(1)(d); Annex III 6(d) speaks of what is not based solely on it.",
    )
    solely_traits: Said = asked(
        "Is the assessment based solely on personality traits and characteristics?",
        "Prohibited by Art. 5(1)(d).",
    )
    supports_human: Said = asked(
        "Does it support a human assessment of a person's involvement that already rests on objective, "
        "verifiable facts directly linked to a criminal activity?",
        "Such support is outside Art. 5(1)(d).",
    )


@dataclass(frozen=True, slots=True)
class FaceDatabase(Topic):
    """Databases for facial recognition."""

    gate = "builds"

    builds: Said = asked(
        "Does it create or expand a database for facial recognition?", "An element of Art. 5(1)(e)."
    )
    untargeted_scraping: Said = asked(
        "Are the faces scraped untargeted, from the internet or from CCTV?",
        "An element of Art. 5(1)(e).",
    )
