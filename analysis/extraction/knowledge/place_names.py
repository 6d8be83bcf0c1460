"""Names of places, with the ids of data/locations.csv."""

from analysis.extraction.knowledge.table import rows, word_set

PLACES = rows(
    "data/locations.csv, aliases, and places that lie in those areas",
    """
    kursk: Kursk; Kursk Oblast; Kursk region; Kursk Region; Kursk front; Kurshchina; Sudzha; Korenevo; Kurskaya; Malaya Loknya; Makhnovka; Plekhovo; Pogrebki; Guevo; Sudzhansky; Kursk direction; Kursk oblast; Kursk province; Kursk border; Kursk frontline; Kursk salient
    vladivostok: Vladivostok; Sergeevka; Sergeyevka
    ussuriysk: Ussuriysk; Ussurijsk; Ussuriisk
    khabarovsk: Khabarovsk; Knyaze-Volkonskoye
    chongjin: Chongjin; Ch'ongjin
    poltava: Poltava; Poltava Oblast; Poltava region
    donetsk: Donetsk; Donetsk Oblast; Donetsk region; Donbas; Pokrovsk; Toretsk
    blagoveshchensk: Blagoveshchensk
    tatarstan: Tatarstan; Alabuga; Yelabuga
    pyongyang: Pyongyang
    rason: Rason; Rajin; Rajin-Sonbong; Najin
    russia: Russia; Russian Federation; Russian soil; Russian territory; Russian waters; Russian ports; Russian military bases; Russian lines
    north_korea: North Korea; DPRK; N. Korea; the North; homeland
    ukraine: Ukraine; Ukrainian territory; Ukrainian soil
    eastern_russia: eastern Russia; Russia's east; east of Russia; eastern part of Russia; eastern part of the country; Russian east; the east of the country; Eastern Russia; east Russia
    russian_far_east: Russian Far East; Far East; far east; Russia's Far East; Primorye; Primorsky; Primorsky Krai; Maritime Territory; far-eastern Russia; Far Eastern Russia; Amur; Buryatia; Ulan-Ude
    siberia: Siberia
    russia_ukraine_border: border with Ukraine; Russia-Ukraine border; Ukrainian border; Russian-Ukrainian border; border area with Ukraine; Ukraine border; Ukraine's border; Ukraine-Russia border; near Ukraine; border areas with Ukraine; the border; Russian border regions; border region
    russia_ukraine_front: front line; front lines; frontline; frontlines; the front; Russia-Ukraine front; battlefield; front-line; combat zone; Russian-Ukrainian frontlines; Belgorod; Kharkiv; Zaporizhzhia; Bryansk
    occupied_ukraine: occupied territories; temporarily occupied territories; occupied Ukraine; occupied territory; Luhansk; Mariupol; occupied parts of Ukraine; occupied areas
    """,
)
# From the finest to the vaguest; of several that fit, the finest counts.
FINENESS = [
    "kursk",
    "donetsk",
    "poltava",
    "vladivostok",
    "ussuriysk",
    "khabarovsk",
    "chongjin",
    "rason",
    "blagoveshchensk",
    "tatarstan",
    "russia_ukraine_border",
    "occupied_ukraine",
    "russian_far_east",
    "siberia",
    "eastern_russia",
    "russia_ukraine_front",
    "pyongyang",
    "ukraine",
    "russia",
    "north_korea",
]
# Several of these at once are the region that holds them.
FAR_EAST = frozenset({"vladivostok", "ussuriysk", "khabarovsk", "blagoveshchensk"})

ROLES = {
    "to": "to", "into": "to", "toward": "to", "towards": "to", "onto": "to",
    "in": "at", "at": "at", "near": "at", "inside": "at", "on": "at", "across": "at", "within": "at",
    "around": "at", "along": "at", "throughout": "at", "of": "at", "from": "from", "via": "via",
    "through": "via", "outside": "at", "defending": "at", "over": "at", "along the": "at",
    "reached": "at", "entered": "to", "enter": "to", "reach": "at",
}  # fmt: skip
# Adjectives and owners: "Russian forces" and "Russia's war" are no places.
NOT_A_PLACE_BEFORE = word_set(
    """
    war army forces troops soldiers military president invasion officials campaign conflict
    aggression leadership government ministry intelligence defense defence embassy economy side
    allies ally effort efforts offensive
    """
)
