"""Verbs and nouns of what happened to the counted: sent, present, trained, killed …"""

from analysis.extraction.knowledge.table import Row, rows, word_set

# "Killed or hurt", "dead and maimed", in either order: the two together.
_DEAD = ("killed", "dead", "slain")
_HURT = ("wounded", "injured", "hurt", "maimed")
KILLED_OR_HURT = frozenset(
    f"{one} {joiner} {two}"
    for dead in _DEAD
    for hurt in _HURT
    for one, two in ((dead, hurt), (hurt, dead))
    for joiner in ("and", "or", "and/or", "or seriously", "or badly", ",")
)
# Events by kind. ``send``, ``be`` and ``move`` are told apart by what stands around them.
EVENTS = rows(
    "claim_type in the codebook, with the verbs that data/mentions.csv's articles use",
    """
    killed: killed; fatal; KIA; killing; kill; kills; dead; died; die; dying; deaths; death; fatalities; perished; slain; fallen; fell in battle; death toll; killed in action; lost their lives; lost his life; fatally; eliminated; liquidated; neutralized; neutralised; annihilated; lives; loss of life; sacrificed; laid to rest; buried; who fell; fell in Russia; fell in Kursk; fell in combat; fell in action; fell in the fighting; taken by death; combat deaths; were lost in combat; have been slain
    wounded: wounded; wounding; wound; injured; WIA; injuring; injuries; injury; hurt; hospitalized; hospitalised; sustained injuries; maimed; treated for wounds; being treated
    casualties: casualties; casualty; losses; lost; lose; loses; losing; loss; suffered losses; killed and wounded; killed or wounded; killed or injured; killed and injured; dead and wounded; dead or wounded; dead and injured; injured or killed; wounded and killed; killed, wounded; casualty toll; put out of action; out of action; killed, wounded, missing; be destroyed; were destroyed; been destroyed; casualty count; killed or seriously wounded; irretrievable losses; dead or injured; wounded or killed; incapacitated; killed and hurt; dead and hurt; fell or were wounded; losses in killed and wounded; casualty figures; casualty figure; toll
    captured: captured; taken alive; captured alive; seized alive; fell into captivity; capture; capturing; taken prisoner; prisoners of war; prisoners; POWs; in captivity; taken captive; captivity; take prisoner; took prisoner; surrendered; prisoner; detained; captives
    missing: missing; unaccounted for; went missing; missing in action
    deserted: deserted; desert; deserters; fled; absconded; went AWOL; AWOL; abandoned their positions; left their positions; left their unit; escaped; defected; desertion
    withdrawn: withdrawn; withdrew; pulled back; pulled out; pull out; withdraw; sent home; returned home; returned to North Korea; returned to the North; return to North Korea; returned to their homeland; returned by air; returned to the DPRK; repatriated; rotated out; sent back to North Korea; sent back; flown home; shipped home; going home; brought home; withdrawal; sent back home; returned to the DPRK; rotated home; repatriation; came home; moved back; flown back
    train: training; trained; train; being trained; undergoing training; undergo training; trains; drilling; preparing to fight; exercises; coordination; being prepared; combat coordination; retraining; acclimatization; adaptation training
    send: came through; come through; rotated in; travelled by; traveled by; passed through; sent; send; sends; sending; dispatched; dispatch; dispatches; dispatching; deployed; deploy; deploys; deploying; deployment; deployments; shipped; ship; ships; shipping; supplied; supply; supplies; supplying; provided; provide; provides; providing; delivered; deliver; delivering; delivery; transferred; transfer; transferring; contributed; contribute; committed; commit; exported; export; exporting; handed over; transported; transport; transporting; poured; funneled; funnelled; mobilized; mobilised; received; receive; receives; receiving; obtained; imported; shipment; shipments; supplied with; dispatch of; entered Russia; entered; lent; crossed into Russia; travelled to Russia; shipped out; packed off; sold; traveled to Russia; traveled; travelled; transferred to; moved to Russia; arms transfers; procured; airlifted; offloaded; unloaded
    be: landed; toil; toils; toiling; stationed; present; based in; based at; based near; located; positioned; arrived; arrive; arrives; arriving; gathering; gathered; amassed; massed; massing; concentrated; fighting; fight; fights; fought; reached; reach; redeployed; returned; operating; operate; operates; serving; serve; served; assigned; moved; moving; remain; remains; remained; in combat; engaged; participating; participated; participate; taking part; took part; take part; involved; entrenched; holding; defending; defend; embedded; spotted; seen; stands at; present in; presence; accumulated; accumulating; assembled; encamped; stand ready; on the battlefield; attacking; storming; rose; risen; currently in; on the front lines; headed; heading; heads; join; joined; joining; en route; bound for; working; work; works; employed; quartered; housed; staying; living; billeted; lodged; deployed within; in the country; in theater; in theatre; would come; will come; might come; may come; could come; to come over
    """,
) + tuple(Row(phrase, "casualties", "written out") for phrase in sorted(KILLED_OR_HURT))


# Put before a number or its noun: one more wave, not the whole.
ADDITIONAL = word_set(
    """
    additional another more extra further fresh new other others reinforcements reinforcement
    newly supplementary
    """
)
WAVE = word_set(
    """
    wave batch tranche rotation round reinforcements reinforcement reinforce replenish
    replacements replace additionally newly again initially initial originally
    """
)
# One strike, day or unit.
INCIDENT = word_set(
    """
    strike strikes attack ceremony funeral ambush assault battle clash clashes skirmish struck
    airstrike raid hit explosion overnight footage video portraits coffins incident shelling
    bombardment award ceremonies memorial medals mourning honored honoured engagement storm wall
    """
)
PER_DAY = ("per day", "a day", "daily", "each day", "every day", "per month", "a month", "monthly",
           "per week", "a week", "weekly", "each month", "every month", "per year", "a year")  # fmt: skip

# Ways in which a verb is not yet done.
PLANNED = word_set(
    """
    will 'll would could might may plans plan planned planning expected expects expect expecting
    intends intend intended prepare prepares preparing prepared pledged pledges pledge promised
    promises agreed agrees ready readying soon upcoming decided decides decision shall potential
    potentially future proposed considering ordered set poised imminent looks aims aim wants
    want seeks announced announces slated eventually next offered offers can forecast projected
    pending discussion discussed
    """
)
# Weaker ones count only right before the verb: "plans to send", "ready to deploy".
NEEDS_TO = word_set(
    """
    plan planned prepared prepare prepares preparing pledged pledges pledge promised promises
    agreed agrees ready decided decides decision ordered set poised looks aims aim wants want
    seeks announced announces offered offers intended proposed expected going about able due
    """
)
# Behind "may", "could" and "would": it has happened, only how is open.
PERFECT = frozenset({"have"})

DENIED = word_set(
    """
    denied denies deny denying rejected rejects dismissed dismisses refuted false fake untrue
    disinformation hoax denial
    """
)

# The speaker recalls an earlier statement: the day of this one is not given.
EARLIER = frozenset(["previously", "earlier", "previous", "prior", "past"])
# Nobody in particular says so.
NOBODY = word_set(
    """
    reportedly allegedly believed thought estimated reported presumed said rumored rumoured
    alleged understood supposedly feared known
    """
)
