"""What is counted: nouns, with the population, unit and item that the codebook gives them."""

from typing import NamedTuple

from analysis.codebook import Kind, Population, Unit
from analysis.extraction.knowledge.event_words import KILLED_OR_HURT
from analysis.extraction.knowledge.table import word_set


class Noun(NamedTuple):
    """A noun of a counted thing.

    ``kind`` is set where the noun itself says what happened ("casualties") or what was sent.
    ``weak`` nouns name people of any sort and need more around them. What is ``shown`` of the
    fallen, such as portraits, means at least so many dead.
    """

    population: Population
    unit: Unit
    kind: Kind | None = None
    item: str = ""
    weak: bool = False
    shown: bool = False


def _each(noun: Noun, phrases: str) -> dict[str, Noun]:
    return {phrase.strip(): noun for phrase in phrases.split(";")}


_PEOPLE = Unit.PEOPLE
_MATERIEL = Population.MATERIEL

# From the wordings of data/mentions.csv, with their synonyms in military reporting.
NOUNS: dict[str, Noun] = {
    **_each(
        Noun(Population.SOLDIERS, _PEOPLE),
        "soldiers; soldier; troops; troop; personnel; servicemen; serviceman; servicemembers; "
        "service members; fighters; infantrymen; military personnel; combatants; combat troops; "
        "forces; servicepersons; infantry; men; North Koreans; N. Koreans; DPRK servicemen; "
        "elite soldiers; mercenaries; force; Koreans; squaddies; boys; bayonets; heads; army men; armed personnel; contingents; reinforcements; recruits; paratroopers; military instructors; "
        "instructors; interpreters; interpreter; warriors; advisers; advisors; conscripts; invaders; "
        "occupiers; ground troops; marines; technicians; drone operators; pilots; artillerymen; "
        "snipers; storm troopers; stormtroopers; contingent; strong; specialists; military specialists; "
        "army personnel; GIs; boots on the ground; combat personnel; military men; regulars; tankers; "
        "brothers-in-arms; medics; doctors; sailors; reservists",
    ),
    **_each(
        Noun(Population.SOLDIERS, _PEOPLE, weak=True),
        "people; persons; person; of the injured; of the wounded; of the dead; of the casualties; of the captured; individuals; others; members; of them; of whom; of these; of those; "
        "of its soldiers; female; females; male; woman; women; citizens; nationals; survivors",
    ),
    **_each(Noun(Population.OFFICERS, _PEOPLE), "officers; officer; commanders; military officers"),
    **_each(Noun(Population.GENERALS, _PEOPLE), "generals; general officers"),
    **_each(
        Noun(Population.SPECIAL_FORCES, _PEOPLE),
        "special forces; special forces personnel; special forces soldiers; special forces troops; "
        "special operations forces; special operations troops; special warfare troops; commandos; "
        "special operations soldiers; special forces members; special operations unit; elite troops; "
        "special operations personnel; special-operations troops; Storm Corps soldiers; "
        "Storm Corps troops; special forces unit; special operations force; special force",
    ),
    **_each(
        Noun(Population.SAPPERS, _PEOPLE),
        "sappers; sapper; deminers; engineers; military engineers; combat engineers; engineer troops; "
        "engineering troops; mine clearance specialists; mine-clearance specialists; demining specialists; "
        "demining troops; mine clearers; engineer soldiers; combat engineer troops; sapper troops; "
        "engineering personnel; minesweepers; demining personnel; demining engineers; deminers'",
    ),
    **_each(
        Noun(Population.WORKERS, _PEOPLE),
        "workers; worker; laborers; labourers; builders; military workers; construction workers; "
        "military construction workers; military builders; construction troops; construction soldiers; "
        "military construction troops; construction personnel; factory workers; labor force; "
        "construction engineers; migrant workers; railway troops; welders; construction brigade members; "
        "military construction personnel; employees; women workers; textile workers; labourers'",
    ),
    **_each(
        Noun(Population.SOLDIERS, _PEOPLE, Kind.CASUALTIES),
        "casualties; casualty; losses; victims; combat losses; combat casualties; killed and wounded; "
        "dead and wounded; killed or wounded; killed or injured; killed and injured; dead or wounded; "
        "dead and injured; killed or seriously wounded; wounded or killed; wounded and killed; "
        "injured or killed; dead or injured; killed, wounded; killed/wounded; killed or missing; "
        "were killed or wounded; were killed and wounded; were injured or killed; injured and killed; "
        "killed or maimed; killed, injured or captured; KIA+WIA; KIA and WIA; KIA or WIA; dead and hurt; dead or hurt; wounded, killed, missing and captured; killed, wounded, missing and captured; killed, wounded, missing or captured; killed, wounded or captured; killed, wounded and missing; killed, wounded or missing; killed, injured or missing; dead, wounded and missing; killed, wounded and captured; combat casualties and losses",
    ),
    **_each(
        Noun(Population.SOLDIERS, _PEOPLE, Kind.KILLED),
        "deaths; fatalities; dead; killed; combat deaths; dead soldiers; fallen soldiers; fallen; bodies; "
        "corpses; lives; killed in action; battle deaths; KIA; funerals; war dead; dead bodies; remains; "
        "slain; fatality; death; martyrs; combat fatalities; battlefield deaths; killed soldiers",
    ),
    **_each(
        Noun(Population.SOLDIERS, _PEOPLE, Kind.WOUNDED),
        "wounded; injured; injuries; wounded soldiers; injured soldiers; amputees; hurt; "
        "wounded in action; WIA",
    ),
    **_each(
        Noun(Population.SOLDIERS, _PEOPLE, Kind.CAPTURED),
        "prisoners of war; prisoners; prisoner; POWs; POW; captives; prisoners-of-war; captured; "
        "prisoner of war; captured soldiers",
    ),
    **_each(Noun(Population.SOLDIERS, _PEOPLE, Kind.DESERTED), "deserters; defectors; deserted"),
    **_each(Noun(Population.SOLDIERS, _PEOPLE, Kind.MISSING), "missing; missing in action; MIA"),
    **_each(
        Noun(_MATERIEL, Unit.CONTAINERS, Kind.CONTAINERS),
        "containers; shipping containers; cargo containers; sea containers; container loads; "
        "railway containers; containers of munitions; container; freight containers",
    ),
    **_each(
        Noun(_MATERIEL, Unit.SHELLS, Kind.SHELLS, "artillery rounds"),
        "shells; artillery shells; artillery rounds; rounds; rounds of ammunition; munitions rounds; "
        "mortar shells; mortar rounds; heavy artillery rounds; rockets; artillery and rocket shells; "
        "artillery munitions; projectiles; artillery ammunition; rounds of artillery shells; "
        "artillery projectiles; rocket artillery rounds; rounds of artillery; mines; shell; "
        "pieces of ammunition; mortar bombs; rounds of artillery ammunition; artillery rockets",
    ),
    **_each(
        Noun(_MATERIEL, Unit.MISSILES, Kind.MISSILES, "ballistic missiles"),
        "ballistic missiles; short-range ballistic missiles; KN-23; KN-24; KN-23s; KN-23 missiles; "
        "KN-23 ballistic missiles; KN-23 and KN-24 ballistic missiles; tactical ballistic missiles",
    ),
    **_each(Noun(_MATERIEL, Unit.MISSILES, Kind.MISSILES), "missiles; missile"),
    **_each(
        Noun(_MATERIEL, Unit.GUNS, Kind.ARTILLERY, "170 mm howitzers"),
        "Koksan howitzers; Koksans; Koksan self-propelled guns; Koksan guns; M1989 Koksan; Koksan; "
        "self-propelled howitzers; Koksan self-propelled artillery systems; 170 mm self-propelled guns; "
        "170 mm howitzers; 170mm self-propelled guns; 170mm self-propelled howitzers; "
        "170-mm self-propelled guns; 170-millimeter self-propelled guns; 170mm guns; 170 mm guns; "
        "M1989 Koksan howitzers; M1989 howitzers; M1989 self-propelled guns; 170-mm howitzers; "
        "170mm howitzers; Koksan artillery systems; M1989 Koksans",
    ),
    **_each(
        Noun(_MATERIEL, Unit.GUNS, Kind.ARTILLERY, "240 mm rocket launchers"),
        "multiple rocket launchers; rocket launchers; multiple launch rocket systems; MLRS; launchers; "
        "multiple-launch rocket systems; multiple rocket launch systems; rocket launch systems; "
        "rocket systems; M1991 multiple-launch rocket systems; 240mm rocket launchers; "
        "240 mm rocket launchers; 240-mm rocket launchers; 240mm multiple rocket launchers; "
        "240 mm multiple rocket launchers; 240-mm multiple rocket launchers; M1991 launchers",
    ),
    **_each(
        Noun(_MATERIEL, Unit.GUNS, Kind.ARTILLERY, "guns and rocket launchers"),
        "artillery systems; artillery pieces; guns; howitzers; artillery units; heavy artillery; "
        "heavy artillery units; heavy artillery pieces; long-range artillery systems; artillery guns; "
        "long-range artillery units; long-range artillery pieces; self-propelled guns; mortars; cannons; "
        "self-propelled artillery systems; pieces of artillery; artillery; artillery installations; "
        "self-propelled artillery; guns and multiple rocket launchers; guns and rocket launchers; of these systems; artillery mounts; of each of these systems",
    ),
    **_each(
        Noun(_MATERIEL, Unit.VEHICLES, Kind.EQUIPMENT),
        "tanks; armored vehicles; armoured vehicles; vehicles; pieces of equipment; units of equipment; "
        "armored personnel carriers; armoured personnel carriers; pieces of military equipment; APCs; "
        "motorcycles; trucks; pieces of various equipment; units of military equipment; "
        "air defence systems; air defense systems; anti-tank systems",
    ),
    **_each(
        Noun(_MATERIEL, Unit.TONNES, Kind.MUNITIONS),
        "tonnes; tons; metric tons; metric tonnes; tonne; tons of munitions; tons of ammunition",
    ),
    **_each(
        Noun(Population.UNITS, Unit.UNITS, Kind.UNITS),
        "brigades; brigade; battalions; battalion; military units; units; regiments; regiment; divisions; "
        "division; companies; combat units; military brigades; assault units; formations; platoons; "
        "combat brigades; infantry brigades; infantry battalions; special forces brigades; army corps; "
        "tactical groups; assault groups",
    ),
    **_each(
        Noun(Population.SITES, Unit.SITES, Kind.SITES),
        "training grounds; training bases; training facilities; military training facilities; "
        "training camps; grounds; training centers; training centres; training sites; military bases; bases; "
        "military training grounds; training ranges; sites; military facilities; camps; polygons; "
        "military sites; different sites; locations; facilities; firing ranges; garrisons",
    ),
}

NOUNS.update(dict.fromkeys(KILLED_OR_HURT, Noun(Population.SOLDIERS, _PEOPLE, Kind.CASUALTIES)))

# Portraits and coffins of the fallen: at least so many dead (the codebook, claim_type).
FALLEN = {
    phrase: Noun(Population.SOLDIERS, _PEOPLE, Kind.KILLED, shown=True)
    for phrase in ("portraits", "coffins", "graves", "caskets", "portrait", "photographs of the dead",
                   "photos of the fallen", "names of the fallen", "headstones", "tombstones")
}  # fmt: skip

# Between a number and its noun.
BEFORE_A_NOUN = word_set(
    """
    more additional other others new fresh extra further of the its their his these those such
    same own such-and-such elite combat military army ground regular special well-trained
    trained experienced young able-bodied active armed fighting assault infantry airborne mobile
    estimated total combined approximately about around some up as many fully first second third
    missing wounded injured dead killed fallen captured surviving remaining reported alleged
    suspected presumed foreign allied joint senior junior mid-level high-ranking top-ranking
    ranking male female live heavy large small long-range short-range medium-range
    self-propelled towed artillery rocket mortar ballistic tactical upgraded modernized
    modernised various different flag-draped soviet-era soviet russian-made north-korean-made
    metric shipping cargo sea construction demining engineering engineer road railway factory
    skilled unskilled strong each separate full-fledged large-caliber large-calibre caliber
    calibre multiple confirmed identified named individual private enlisted rank-and-file
    undisclosed deployed specially highly north south korean koreans main key major at least
    newly recently mm millimeter millimetre cm ton tonne and or & type types piece pieces unit
    units kinds
    """
)
# Numbers inside a noun phrase that belong to a weapon's name: 122-mm and 152-mm shells.
CALIBRE = frozenset({"mm", "millimeter", "millimetre", "cm", "millimeters", "caliber", "calibre"})

# Behind a number that has no noun of its own; anything else there is something else counted.
AFTER_A_BARE_NUMBER = word_set(
    """
    were was are is be been being have had has having will would could may might can should did
    do of in to by as at and or but with who whom which that while from on after before since
    during so according, killed wounded injured dead died dead captured missing deployed sent
    dispatched stationed already now currently more others strong arrived lost returned
    additional alone according for if when where also only just still not per each remain
    remained took reportedly believed estimated including among near over under so-far until
    through between compared said says he she it they some mark fighting figure plus altogether
    overall annually daily last this today yesterday once then because despite than it's
    suffered had've north serving right out because fell moved redeployed fought participated
    came went fell followed entered took
    include includes comprise comprises represent represents mean means make makes show shows
    leave leaves need needs face faces live lives form forms
    joined crossed reached involved committed
    """
)
