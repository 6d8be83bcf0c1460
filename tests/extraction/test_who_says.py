"""Who says a number, in one sentence: forms of words for every claimant."""

from datetime import date

import pytest

from analysis.extraction import extract

DAY = date(2025, 3, 20)
LEAD = "The war goes on\n\nNorth Korea helps Russia. North Korean troops are in Kursk.\n"

# The claimant, and how an article names it.
NAMED = [
    (
        "ru_officials",
        "TASS quoted Sergei Shoigu as saying on Tuesday that 600 North Korean soldiers had died.",
    ),
    ("nis", "Some 600 North Korean soldiers were killed, a statement by the NIS went on."),
    (
        "nis",
        "About 600 North Korean soldiers have been killed, the National Intelligence Service reported.",
    ),
    (
        "nis",
        "The National Intelligence Service, South Korea's spy agency, puts the North Korean dead at 600.",
    ),
    (
        "nis",
        "South Korea's National Intelligence Service director, Cho Tae-yong, told lawmakers that 600 North Korean soldiers had died.",
    ),
    ("nis", "Lawmakers briefed by the NIS said that 600 North Korean soldiers had been killed."),
    (
        "nis",
        "Some 600 North Korean soldiers have been killed, according to a South Korean intelligence assessment shared with lawmakers.",
    ),
    ("nis", "An estimate by South Korea's spy agency has 600 North Korean soldiers dead."),
    ("nis", "South Korean intelligence has counted 600 dead North Korean soldiers."),
    ("nis", "The NIS's latest tally stands at 600 North Korean soldiers killed."),
    ("nis", "Data provided by the NIS show 600 North Korean soldiers killed."),
    (
        "nis",
        "Based on figures from the National Intelligence Service, 600 North Korean soldiers have been killed.",
    ),
    ("nis", "In the view of South Korea's spy agency, 600 North Korean soldiers have been killed."),
    (
        "nis",
        "Seoul's National Intelligence Service was quoted by Yonhap as saying that 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "Yonhap news agency reported, citing the National Intelligence Service, that 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "Citing lawmakers who attended an NIS briefing, Yonhap reported that 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "The head of South Korea's spy agency said that 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "According to Reuters, South Korea's intelligence service estimates that 600 North Korean soldiers have been killed.",
    ),
    ("rok_media", "Yonhap reported that 600 North Korean soldiers had been killed."),
    (
        "media_other",
        "According to The Wall Street Journal, 600 North Korean soldiers have been killed.",
    ),
    (
        "rok_jcs",
        "South Korea's Joint Chiefs of Staff said Monday that it believes 600 North Korean soldiers were killed.",
    ),
    (
        "rok_mnd",
        "South Korean Defense Minister Kim Yong-hyun told parliament that 600 North Korean soldiers had been killed.",
    ),
    (
        "rok_mnd",
        "Seoul's defence ministry said in a report to parliament that 600 North Korean soldiers had been killed.",
    ),
    (
        "rok_president",
        "South Korean President Yoon Suk Yeol told AFP that 600 North Korean soldiers had been killed.",
    ),
    (
        "rok_officials",
        "A South Korean government official, who spoke on condition of anonymity, said 600 North Korean soldiers had been killed.",
    ),
    (
        "rok_officials",
        "Officials in Seoul estimate that 600 North Korean soldiers have been killed.",
    ),
    ("rok_officials", "Seoul believes 600 North Korean soldiers have been killed."),
    ("ua_president", "Zelenskyy claims 600 North Korean soldiers have been killed."),
    ("ua_president", "600 North Korean soldiers have been killed, Zelensky wrote on Telegram."),
    (
        "ua_president",
        "In an interview with Fox News, Ukraine's president said 600 North Korean soldiers had been killed.",
    ),
    (
        "ua_president",
        "Volodymyr Zelensky, Ukraine's president, has said 600 North Korean soldiers were killed.",
    ),
    (
        "ua_president",
        "Ukraine's Volodymyr Zelensky put the number of North Korean soldiers killed at 600.",
    ),
    (
        "ua_gur",
        "Kyrylo Budanov, head of Ukraine's military intelligence, told reporters 600 North Korean soldiers were killed.",
    ),
    (
        "ua_gur",
        "Ukraine's military intelligence chief Kyrylo Budanov says 600 North Korean soldiers have been killed.",
    ),
    (
        "ua_gur",
        "Ukraine's Defence Intelligence reports that 600 North Korean soldiers were killed.",
    ),
    (
        "ua_gur",
        "The Main Directorate of Intelligence of Ukraine's Ministry of Defence says 600 North Korean soldiers were killed.",
    ),
    (
        "ua_gur",
        "Andrii Yusov, a spokesman for Ukraine's military intelligence, said 600 North Korean soldiers had been killed.",
    ),
    ("ua_officials", "Ukraine says 600 North Korean soldiers have been killed."),
    ("ua_officials", "Kyiv has said that its forces killed 600 North Korean soldiers."),
    (
        "ua_officials",
        "A senior Ukrainian official told CNN that 600 North Korean soldiers had been killed.",
    ),
    ("ua_officials", "Ukraine's General Staff reported 600 North Korean soldiers killed."),
    (
        "ua_officials",
        "Ukraine's top general, Oleksandr Syrskyi, said 600 North Korean soldiers had been killed.",
    ),
    (
        "ua_officials",
        "A Ukrainian battalion commander told the BBC that his men had killed 600 North Korean soldiers.",
    ),
    (
        "ua_mod",
        "Ukrainian Defense Minister Rustem Umerov said 600 North Korean soldiers had been killed.",
    ),
    ("us_pentagon", "The Pentagon estimates that 600 North Korean soldiers have been killed."),
    (
        "us_pentagon",
        "Pentagon spokesperson Sabrina Singh said that 600 North Korean soldiers had been killed.",
    ),
    (
        "us_pentagon",
        "U.S. Defense Secretary Lloyd Austin said 600 North Korean soldiers had been killed.",
    ),
    (
        "us_white_house",
        "White House national security spokesman John Kirby said 600 North Korean soldiers had been killed.",
    ),
    (
        "us_state",
        "U.S. Secretary of State Antony Blinken said 600 North Korean soldiers had been killed.",
    ),
    ("us_state", "The U.S. State Department said 600 North Korean soldiers had been killed."),
    ("us_officials", "A U.S. official told AP that 600 North Korean soldiers had been killed."),
    ("us_officials", "American officials believe 600 North Korean soldiers have been killed."),
    ("us_officials", "According to U.S. intelligence, 600 North Korean soldiers have been killed."),
    (
        "us_officials",
        "Two U.S. officials, speaking on condition of anonymity, said 600 North Korean soldiers had been killed.",
    ),
    (
        "western_officials",
        "Western officials believe that 600 North Korean soldiers have been killed.",
    ),
    (
        "western_officials",
        "600 North Korean soldiers have been killed, a Western official told reporters.",
    ),
    (
        "western_officials",
        "NATO Secretary General Mark Rutte said 600 North Korean soldiers had been killed.",
    ),
    ("western_officials", "A senior NATO official said 600 North Korean soldiers had been killed."),
    (
        "uk_mod",
        "Britain's Ministry of Defence said in an update that 600 North Korean soldiers had been killed.",
    ),
    (
        "uk_mod",
        "British military intelligence believes 600 North Korean soldiers have been killed.",
    ),
    ("uk_mod", "The UK Defence Ministry estimates 600 North Korean soldiers have been killed."),
    (
        "ru_officials",
        "Russian Security Council Secretary Sergei Shoigu said 600 North Korean soldiers had been killed.",
    ),
    (
        "ru_officials",
        "Russian Foreign Minister Sergei Lavrov said 600 North Korean soldiers had been killed.",
    ),
    (
        "ru_officials",
        "Russia's General Staff chief Valery Gerasimov told Putin 600 North Korean soldiers had been killed.",
    ),
    (
        "ru_kremlin",
        "Russian President Vladimir Putin said 600 North Korean soldiers had been killed.",
    ),
    (
        "ru_kremlin",
        "Kremlin spokesman Dmitry Peskov said 600 North Korean soldiers had been killed.",
    ),
    ("dprk", "North Korean leader Kim Jong Un said 600 soldiers of North Korea had been killed."),
    ("dprk", "KCNA reported that 600 North Korean soldiers had been killed."),
    ("dprk", "North Korean state media said that 600 of its soldiers had been killed."),
    (
        "un_msmt",
        "The Multilateral Sanctions Monitoring Team said 600 North Korean soldiers had been killed.",
    ),
    ("un_msmt", "A report by the MSMT says 600 North Korean soldiers were killed."),
    (
        "think_tank",
        "The Institute for the Study of War assessed that 600 North Korean soldiers had been killed.",
    ),
    (
        "think_tank",
        "Yang Uk, an analyst at the Asan Institute for Policy Studies, estimates that 600 North Korean soldiers have been killed.",
    ),
    ("think_tank", "Experts say 600 North Korean soldiers have been killed."),
    (
        "think_tank",
        "Michael Kofman, a senior fellow at the Carnegie Endowment, said 600 North Korean soldiers had been killed.",
    ),
    ("unattributed", "It is believed that 600 North Korean soldiers have been killed."),
    ("unattributed", "Reportedly, 600 North Korean soldiers have been killed."),
    ("unattributed", "About 600 North Korean soldiers are estimated to have been killed."),
    ("unattributed", "Some 600 North Korean soldiers have been killed since the winter."),
    ("unattributed", "North Korea has lost 600 soldiers in Kursk."),
    (
        "unattributed",
        "South Korea has condemned a deployment in which 600 North Korean soldiers were killed.",
    ),
    (
        "unattributed",
        "Ukraine has captured two North Korean soldiers and killed 600 North Korean soldiers.",
    ),
    ("ru_media", "Russian military bloggers claim 600 North Korean soldiers have been killed."),
    ("ru_media", "TASS reported that 600 North Korean soldiers had been killed."),
    (
        "nis",
        '"We believe that about 600 North Korean soldiers were killed," said Lee Seong-kweun, a lawmaker briefed by the NIS.',
    ),
    (
        "ua_gur",
        '"As of today, 600 North Korean soldiers have been killed," Budanov told The War Zone.',
    ),
    (
        "ua_president",
        '"There are 600 North Korean soldiers killed," Zelensky said in his evening address. ',
    ),
    (
        "western_officials",
        "BBC, citing Western officials, says 600 North Korean soldiers have been killed.",
    ),
    (
        "us_officials",
        "The New York Times reported, quoting American officials, that 600 North Korean soldiers had been killed.",
    ),
    (
        "ua_gur",
        "CNN reports that, by a Ukrainian intelligence assessment, 600 North Korean soldiers have been killed.",
    ),
    (
        "ua_ccd",
        "Andriy Kovalenko, head of Ukraine's Center for Countering Disinformation, wrote that 600 North Korean soldiers had been killed.",
    ),
    ("ua_media", "Ukrainska Pravda reported that 600 North Korean soldiers had been killed."),
    ("us_officials", "Washington estimates that 600 North Korean soldiers have been killed."),
    ("uk_mod", "London says 600 North Korean soldiers have been killed."),
    ("us_white_house", "US President Joe Biden said 600 North Korean soldiers had been killed."),
    (
        "us_officials",
        "Xavier Brunson, the commander of US Forces Korea, said 600 North Korean soldiers had been killed.",
    ),
    (
        "rok_officials",
        "Unification Minister Chung Dong-young said 600 North Korean soldiers had been killed.",
    ),
    (
        "rok_officials",
        "South Korean Foreign Minister Cho Tae-yul said 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "The South Korean spy agency also warned that 600 North Korean soldiers had been killed.",
    ),
]


@pytest.mark.parametrize(("claimant", "sentence"), NAMED)
def test_claimant_named_in_the_sentence(claimant: str, sentence: str) -> None:
    found = extract(LEAD + sentence + "\n", DAY).mentions
    (the_600,) = [each for each in found if "600" in (each.low.value, each.high.value)]
    assert the_600.claimant.value == claimant
