"""What happened to the counted: type, scope and modality, as the codebook has them."""

from datetime import date

import pytest

from analysis.extraction import extract

DAY = date(2025, 3, 20)
LEAD = "The war goes on\n\nNorth Korea helps Russia in its war against Ukraine.\n"

# Type, scope and modality, and a sentence with one number.
DEEDS = [
    ("sent_total total actual", "The NIS said North Korea has sent 4,000 soldiers to Russia."),
    (
        "sent_total total actual",
        "The NIS said some 4,000 North Korean troops have been deployed to Russia.",
    ),
    ("sent_total total actual", "The NIS said that Pyongyang dispatched 4,000 soldiers."),
    ("sent_total total actual", "The NIS said 4,000 North Korean soldiers were shipped to Russia."),
    (
        "sent_total total actual",
        "The NIS said the number of North Korean soldiers sent to Russia had reached 4,000.",
    ),
    (
        "sent_total total actual",
        "The NIS put the total number of troops dispatched by North Korea at 4,000.",
    ),
    (
        "sent_additional increment actual",
        "The NIS said North Korea has sent an additional 4,000 soldiers to Russia.",
    ),
    (
        "sent_additional increment actual",
        "The NIS said that 4,000 more North Korean soldiers were sent in February.",
    ),
    (
        "sent_additional increment actual",
        "The NIS said another 4,000 North Korean troops had been dispatched to Russia.",
    ),
    (
        "sent_additional increment actual",
        "The NIS said a second wave of 4,000 North Korean soldiers was sent to Russia.",
    ),
    (
        "sent_additional increment actual",
        "The NIS said between January and February 4,000 North Korean soldiers were sent as reinforcements.",
    ),
    ("present stock actual", "The NIS said 4,000 North Korean soldiers are in Kursk."),
    (
        "present stock actual",
        "The NIS said about 4,000 North Korean troops are stationed in Russia's Kursk region.",
    ),
    ("present stock actual", "The NIS said 4,000 North Korean soldiers have arrived in Kursk."),
    ("present stock actual", "The NIS said 4,000 North Korean troops are fighting in Kursk."),
    ("present stock actual", "The NIS said there are 4,000 North Korean soldiers in Russia."),
    (
        "present stock actual",
        "The NIS said 4,000 North Korean soldiers had been moved to the border with Ukraine.",
    ),
    (
        "present stock actual",
        "The NIS said 4,000 North Korean soldiers remain in the Kursk region.",
    ),
    ("present stock actual", "The NIS said 4,000 North Korean troops were deployed in Kursk."),
    ("present stock actual", "The NIS said the North Korean force in Kursk numbers 4,000."),
    (
        "present stock actual",
        "The NIS said Russia has massed 4,000 North Korean troops near the front in Kursk.",
    ),
    (
        "in_training stock actual",
        "The NIS said 4,000 North Korean soldiers are training in eastern Russia.",
    ),
    (
        "in_training stock actual",
        "The NIS said 4,000 North Korean soldiers were undergoing training in Russia.",
    ),
    ("in_training stock actual", "The NIS said Russia is training 4,000 North Korean soldiers."),
    ("planned planned planned", "The NIS said North Korea will send 4,000 soldiers to Russia."),
    ("planned planned planned", "The NIS said North Korea plans to send 4,000 soldiers to Russia."),
    (
        "planned planned planned",
        "The NIS said 4,000 North Korean troops are expected to arrive in Russia by December.",
    ),
    (
        "planned planned planned",
        "The NIS said North Korea could send up to 4,000 troops to Russia.",
    ),
    (
        "planned planned planned",
        "The NIS said Pyongyang is preparing to dispatch 4,000 more soldiers.",
    ),
    ("planned planned planned", "The NIS said the North had promised to send 4,000 soldiers."),
    (
        "planned planned planned",
        "The NIS said the number of North Korean soldiers in Russia may grow to 4,000.",
    ),
    ("planned planned planned", "The NIS said North Korea has decided to send 4,000 troops."),
    (
        "planned planned planned",
        "The NIS said 4,000 North Korean soldiers are to be sent to Russia.",
    ),
    (
        "planned planned planned",
        "The NIS said a further 4,000 North Korean soldiers are likely to be deployed in July.",
    ),
    (
        "planned planned planned",
        "The NIS said the deployment of 4,000 North Korean soldiers was planned.",
    ),
    ("withdrawn total actual", "The NIS said 4,000 North Korean soldiers have returned home."),
    (
        "withdrawn total actual",
        "The NIS said Russia had pulled back 4,000 North Korean soldiers from the front.",
    ),
    (
        "withdrawn total actual",
        "The NIS said 4,000 wounded North Korean soldiers were sent back to North Korea.",
    ),
    ("killed total actual", "The NIS said 4,000 North Korean soldiers had been killed."),
    ("killed total actual", "The NIS said that 4,000 North Korean soldiers died in Kursk."),
    ("killed total actual", "The NIS said the North Korean death toll had risen to 4,000."),
    ("killed total actual", "The NIS said 4,000 North Koreans lost their lives in Kursk."),
    ("killed total actual", "The NIS said the number of North Korean dead stood at 4,000."),
    (
        "killed total actual",
        "The NIS said 4,000 of the North Korean soldiers sent to Russia have been killed.",
    ),
    ("wounded total actual", "The NIS said 4,000 North Korean soldiers had been wounded."),
    ("wounded total actual", "The NIS said 4,000 North Korean soldiers suffered injuries."),
    ("casualties total actual", "The NIS said North Korea has suffered 4,000 casualties."),
    ("casualties total actual", "The NIS said North Korea has lost 4,000 soldiers in Kursk."),
    (
        "casualties total actual",
        "The NIS said 4,000 North Korean soldiers have been killed or wounded.",
    ),
    (
        "casualties total actual",
        "The NIS said 4,000 North Korean troops were killed and injured in Kursk.",
    ),
    ("casualties total actual", "The NIS said North Korean losses amount to 4,000."),
    ("casualties total actual", "The NIS said that North Korean casualties had exceeded 4,000."),
    (
        "casualties total actual",
        "The NIS said the combined number of North Koreans killed and wounded was 4,000.",
    ),
    ("casualties total actual", "The NIS said 4,000 North Korean soldiers have become casualties."),
    (
        "casualties total actual",
        "The NIS said North Korea's losses in dead and wounded now total 4,000.",
    ),
    (
        "shells total actual",
        "The NIS said North Korea has supplied Russia with 4,000 artillery shells.",
    ),
    ("shells total actual", "The NIS said Pyongyang had shipped 4,000 artillery rounds to Russia."),
    (
        "shells planned planned",
        "The NIS said North Korea will deliver 4,000 artillery shells to Russia.",
    ),
    (
        "containers total actual",
        "The NIS said North Korea has sent 4,000 containers of munitions to Russia.",
    ),
    (
        "containers total actual",
        "The NIS said the number of containers shipped from North Korea had reached 4,000.",
    ),
    (
        "missiles total actual",
        "The NIS said North Korea provided Russia with 4,000 ballistic missiles.",
    ),
    (
        "artillery total actual",
        "The NIS said North Korea has delivered 4,000 self-propelled guns to Russia.",
    ),
    (
        "missiles planned planned",
        "The NIS said North Korea plans to give Russia 4,000 more missiles.",
    ),
    ("units planned planned", "The NIS said North Korea will send 4,000 brigades to Russia."),
    ("captured incident actual", "The NIS said Ukraine had captured two North Korean soldiers."),
    ("captured total actual", "The NIS said Ukraine holds two North Korean prisoners of war."),
    (
        "captured incident actual",
        "The NIS said two North Korean soldiers were taken prisoner in Kursk.",
    ),
    ("missing incident actual", "The NIS said three North Korean soldiers went missing in Kursk."),
    ("deserted incident actual", "The NIS said 18 North Korean soldiers deserted near the border."),
    (
        "killed incident actual",
        "The NIS said 40 North Korean soldiers were killed in a missile strike.",
    ),
    (
        "casualties incident actual",
        "The NIS said 30 North Korean soldiers were killed or wounded on Saturday.",
    ),
    (
        "casualties incident actual",
        "The NIS said North Korea had suffered 400 casualties in the past week.",
    ),
    ("sent_total total denied", "Russia denied that North Korea had sent 4,000 soldiers."),
    (
        "planned planned planned",
        "North Korea intends to send 4,000 soldiers to Russia, the NIS said.",
    ),
    (
        "present stock actual",
        "Around 4,000 North Korean soldiers are already on the front line in Kursk, the NIS said.",
    ),
    (
        "sent_total total actual",
        "The NIS said of the 4,000 troops North Korea has sent, many were young.",
    ),
    (
        "sent_total total actual",
        "North Korea has deployed around 4,000 soldiers to help Russia, the NIS said.",
    ),
]


@pytest.mark.parametrize(("deed", "sentence"), DEEDS)
def test_deed(deed: str, sentence: str) -> None:
    found = extract(LEAD + sentence + "\n", DAY).mentions[0]
    assert f"{found.claim_type.value} {found.scope.value} {found.modality.value}" == deed
