"""Who says a number where its own sentence names nobody, or only points back."""

from datetime import date

import pytest

from analysis.extraction import extract

DAY = date(2025, 3, 20)
LEAD = "The war goes on\n\nNorth Korea helps Russia. North Korean troops are in Kursk.\n"

# The claimant of the 600, and the passage.
CARRIED = [
    (
        "nis",
        "The National Intelligence Service briefed lawmakers on Monday.\nIt said 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "The National Intelligence Service briefed lawmakers on Monday.\nThe agency said 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "The NIS told parliament that North Korea had changed its tactics. The number of North Korean soldiers killed has risen to 600.",
    ),
    (
        "nis",
        "The NIS told parliament that 4,000 North Korean soldiers had been hurt. That figure includes 600 killed.",
    ),
    (
        "nis",
        "Lee Seong-kweun, a member of the intelligence committee, spoke after a briefing by the NIS.\nLee said 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        'Lee Seong-kweun, a member of the intelligence committee, spoke after a briefing by the NIS.\n"About 600 North Korean soldiers were killed," he said.',
    ),
    (
        "nis",
        "Lee Seong-kweun, a member of the intelligence committee, spoke after a briefing by the NIS.\nAccording to Lee, 600 North Korean soldiers were killed.",
    ),
    (
        "nis",
        "Lee Seong-kweun, a member of the intelligence committee, spoke after a briefing by the NIS.\nThe lawmaker added that 600 North Korean soldiers were killed.",
    ),
    (
        "ua_gur",
        "Budanov told the channel that Pyongyang was learning. He added that 600 North Korean soldiers had been killed.",
    ),
    (
        "ua_gur",
        "Budanov told the channel that Pyongyang was learning.\nThe general also said 600 North Korean soldiers had been killed.",
    ),
    (
        "ua_gur",
        'Budanov told the channel that Pyongyang was learning.\n"They have lost 600 North Korean soldiers, killed," Budanov said.',
    ),
    (
        "ua_gur",
        'Budanov told the channel that Pyongyang was learning.\n"They are learning fast. About 600 North Korean soldiers have been killed. More will come."\n"We see it every day," he said.',
    ),
    (
        "ua_gur",
        '"They are learning fast," Budanov told the channel. "About 600 North Korean soldiers have been killed."',
    ),
    (
        "ua_gur",
        "Ukraine's military intelligence published a report on Tuesday. According to the report, 600 North Korean soldiers have been killed.",
    ),
    (
        "ua_gur",
        "Ukraine's military intelligence published a report on Tuesday. It says 600 North Korean soldiers have been killed.",
    ),
    (
        "ua_president",
        "Zelensky spoke in Davos on Tuesday. The president said 600 North Korean soldiers had been killed.",
    ),
    (
        "ua_president",
        "Zelensky spoke in Davos on Tuesday.\nThe Ukrainian leader said 600 North Korean soldiers had been killed.",
    ),
    (
        "ua_president",
        "Zelensky said Russia was hiding its losses. In his words, 600 North Korean soldiers have been killed.",
    ),
    (
        "us_pentagon",
        "Pentagon press secretary Pat Ryder held a briefing on Tuesday.\nRyder said 600 North Korean soldiers had been killed.",
    ),
    (
        "us_pentagon",
        "Pentagon press secretary Pat Ryder held a briefing on Tuesday.\nHe said 600 North Korean soldiers had been killed.",
    ),
    (
        "us_white_house",
        "John Kirby, the White House spokesman, held a call with reporters.\nAsked about losses, Kirby said 600 North Korean soldiers had been killed.",
    ),
    (
        "western_officials",
        "Western officials told the BBC that the North's tactics were poor.\nThe officials said 600 North Korean soldiers had been killed.",
    ),
    (
        "western_officials",
        "Western officials told the BBC that the North's tactics were poor. They said 600 North Korean soldiers had been killed.",
    ),
    (
        "uk_mod",
        "The British Ministry of Defence published an update on Sunday.\nThe ministry said 600 North Korean soldiers had been killed.",
    ),
    (
        "uk_mod",
        "The British Ministry of Defence published an update on Sunday. In the update it said 600 North Korean soldiers had been killed.",
    ),
    (
        "rok_jcs",
        "South Korea's Joint Chiefs of Staff published an assessment.\nThe military said 600 North Korean soldiers had been killed.",
    ),
    (
        "rok_jcs",
        "South Korea's Joint Chiefs of Staff published an assessment. According to the assessment, 600 North Korean soldiers had been killed.",
    ),
    (
        "ru_officials",
        "Sergei Shoigu, the secretary of Russia's Security Council, visited Pyongyang.\nShoigu said 600 North Korean soldiers had been killed.",
    ),
    (
        "think_tank",
        "The Institute for the Study of War published its daily report.\nThe institute said 600 North Korean soldiers had been killed.",
    ),
    (
        "un_msmt",
        "The Multilateral Sanctions Monitoring Team published its first report.\nThe report says 600 North Korean soldiers had been killed.",
    ),
    (
        "un_msmt",
        "The Multilateral Sanctions Monitoring Team published its first report.\nAccording to the team, 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "The spy agency said North Korea would send more. It also believes that 600 North Korean soldiers have been killed.\nNIS officials declined to comment.",
    ),
    (
        "dprk",
        "Kim Jong Un spoke at a ceremony in Pyongyang. Kim said 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "Ukraine says losses are high.\nBut South Korea's NIS is more careful. It estimates that 600 North Korean soldiers have been killed.",
    ),
    (
        "nis",
        "Zelensky said losses are high.\nThe NIS has a different estimate: 600 North Korean soldiers killed.",
    ),
    ("nis", "Zelensky gave one number. The NIS gave another: 600 North Korean soldiers killed."),
    (
        "unattributed",
        "Zelensky met the press on Tuesday.\nNorth Korea sent its first soldiers in October. Some 600 North Korean soldiers have been killed since.",
    ),
    (
        "unattributed",
        "The NIS made no comment.\nNorth Korea and Russia signed a treaty in 2024.\nAt least 600 North Korean soldiers have been killed in Kursk.",
    ),
    (
        "ua_officials",
        'A Ukrainian officer who fought there described the attacks. "We counted 600 North Korean soldiers killed," he said.',
    ),
    (
        "us_officials",
        "Two senior U.S. officials described the battle to AP.\nOne of the officials said 600 North Korean soldiers had been killed.",
    ),
    (
        "nis",
        "The NIS report was read to lawmakers. It put the number of North Korean soldiers killed at 600.",
    ),
    (
        "nis",
        "At a closed-door session, the NIS presented its view.\nNorth Korean soldiers killed now number 600, it said.",
    ),
    (
        "ua_gur",
        "HUR said on Telegram that Russia was losing men.\nThus, at Plekhove, 600 North Korean soldiers were killed, the directorate noted.",
    ),
    (
        "ua_gur",
        'HUR said on Telegram that Russia was losing men.\n"In total, 600 North Korean soldiers were killed," the statement said.',
    ),
    (
        "media_other",
        "CNN reviewed videos and documents. The network found that 600 North Korean soldiers had been killed.",
    ),
    (
        "ua_president",
        '"Russia burns their faces," Zelensky wrote on X. "600 North Korean soldiers have been killed there."',
    ),
]


@pytest.mark.parametrize(("claimant", "passage"), CARRIED)
def test_claimant_carried_over_sentences(claimant: str, passage: str) -> None:
    found = extract(LEAD + passage + "\n", DAY).mentions
    (the_600,) = [each for each in found if "600" in (each.low.value, each.high.value)]
    assert the_600.claimant.value == claimant
