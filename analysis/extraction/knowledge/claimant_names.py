"""Names of claimants: who is meant by which words. The ids are those of data/claimants.csv."""

from analysis.extraction.knowledge.table import Row, combined, phrase_set, rows, word_set

# What the sources of a country are called, for all countries alike.
_OFFICIALS = (
    "officials; official; government; government officials; government official; authorities; "
    "government source; government sources; official sources; military officials; "
    "military official; defense officials; defence officials; defense official; defence official; "
    "senior officials; senior official; intelligence officials; intelligence official; "
    "intelligence sources; intelligence source; military sources; military source; diplomats; "
    "diplomat; diplomatic sources; military; armed forces; army; security officials; "
    "security official; security sources; estimates; assessments; estimate; assessment; foreign ministry; foreign minister; "
    "ministry of foreign affairs; foreign ministry spokesman; foreign ministry spokesperson; "
    "prime minister; ambassador; reports; general staff; commander; commanders; side; "
    "top officials; officers; officer; lawmakers; lawmaker; intelligence agencies; intelligence services; agencies; reckoning; count; counts; tally; "
    "figures; accounts; statistics; data; numbers; calculations"
)
_SOUTH = "S. Korea's; S. Korean; South Korea's; South Korean; Seoul's; the South's; South's; ROK; the South Korean; Republic of Korea's; Seoul"
_UKRAINE = "Ukraine's; Ukrainian; Kyiv's; Kiev's; the Ukrainian; Ukraine; Kyiv"
_AMERICA = "US; U.S.; American; Washington's; United States; the US; U.S; America's"
_BRITAIN = "UK; U.K.; British; Britain's; London's; the UK's; UK's; United Kingdom's"
_RUSSIA = "Russia's; Russian; Moscow's; the Russian"
_NORTH = "North Korea's; North Korean; Pyongyang's; N. Korean; N. Korea's; DPRK; the North's; North's; NK"
_WEST = "Western; European; EU; NATO; allied; EU's; NATO's; Western European"

_GENERATED = (
    *combined(
        "offices of a country",
        {"rok": _SOUTH, "ua": _UKRAINE, "us": _AMERICA, "ru": _RUSSIA, "western": _WEST},
        {"officials": _OFFICIALS},
    ),
    *combined(
        "offices of a country",
        {"rok": _SOUTH, "ua": _UKRAINE, "ru": _RUSSIA},
        {"media": "media; media outlets; media outlet; newspaper; newspapers; press; news agency; "
         "news agencies; broadcaster; outlets; outlet; daily; media reports; news outlet; "
         "news outlets; press reports; journalist; journalists; local media; state media; "
         "news reports; news site; military bloggers; milbloggers; war bloggers"},
    ),
    *combined(
        "offices of a country",
        {"rok": _SOUTH},
        {"jcs": "Joint Chiefs of Staff; Joint Chiefs; JCS; Joint Chiefs of Staff (JCS)",
         "mnd": "Defense Ministry; Defence Ministry; Ministry of National Defense; "
         "Ministry of National Defence; Ministry of Defense; Ministry of Defence; defense minister; "
         "defence minister; military intelligence; Defense Intelligence Agency; MND; "
         "military intelligence agency",
         "president": "president; presidential office; national security adviser; "
         "national security advisor; National Security Office; president's office; "
         "presidential official; presidential officials; presidential spokesperson"},
    ),
    *combined(
        "offices of a country",
        {"ua": _UKRAINE},
        {"gur": "military intelligence; defense intelligence; defence intelligence; "
         "military intelligence service; military intelligence agency; defense intelligence agency; "
         "defence intelligence agency; intelligence; intelligence service; intelligence agency; "
         "Main Directorate of Intelligence; Main Intelligence Directorate; spy agency; "
         "military intelligence chief; intelligence chief; spy chief; spymaster; intel; "
         "intelligence assessment; military spy chief; military intelligence directorate; "
         "Defense Ministry's Main Intelligence Directorate; intelligence services",
         "mod": "Defense Ministry; Defence Ministry; Ministry of Defense; Ministry of Defence; "
         "defense minister; defence minister; Minister of Defense; Minister of Defence",
         "president": "president; leader; head of state; presidential office; president's office",
         "ccd": "Center for Countering Disinformation; Centre for Countering Disinformation"},
    ),
    *combined(
        "offices of a country",
        {"us": _AMERICA},
        {"pentagon": "Defense Department; Department of Defense; defense secretary; "
         "Secretary of Defense; Defense Secretary; deputy pentagon press secretary",
         "state": "State Department; Department of State; Secretary of State; "
         "deputy ambassador to the UN; envoy to the United Nations; ambassador to the UN; "
         "deputy ambassador; mission to the UN; envoy to the UN",
         "white_house": "National Security Council; national security adviser; president; "
         "National Security Advisor; National Security Council spokesman; administration",
         "officials": "intelligence; intelligence agencies; intelligence community; "
         "intelligence assessment; intelligence assessments; intelligence estimate"},
    ),
    *combined(
        "offices of a country",
        {"uk": _BRITAIN},
        {"mod": "Ministry of Defence; Ministry of Defense; Defence Ministry; Defense Ministry; MoD; "
         "MOD; Defence Intelligence; Defense Intelligence; intelligence; military intelligence; "
         "defence intelligence; defence secretary; defence minister; intelligence services; "
         "defense secretary; defense minister; Defence Secretary; intelligence update"},
    ),
    *combined(
        "offices of a country",
        {"ru": _RUSSIA},
        {"kremlin": "president; leader; presidential spokesman; president's spokesman",
         "officials": "Defense Ministry; Defence Ministry; Ministry of Defense; Ministry of Defence; "
         "defense minister; defence minister; security chief; top security official; "
         "Security Council Secretary; Security Council secretary; Security Council; "
         "security council chief; chief of the general staff; FSB; federal statistics service"},
    ),
)  # fmt: skip

# Kept apart because North Korea's state and its leaders are one claimant.
_DPRK = tuple(
    Row(f"{form.strip()} {name.strip()}", "dprk", "offices of a country")
    for form in _NORTH.split(";")
    for name in [
        "state media",
        " leader",
        " state television",
        " state TV",
        " leadership",
        " leader Kim Jong Un",
        " government",
        " officials",
        " foreign ministry",
        " defense ministry",
        " dictator",
        " dictator Kim Jong Un",
        " official",
        " Foreign Ministry",
        " Central Military Commission",
        " regime",
        " authorities",
        " state news agency",
    ]
)
_NIS = tuple(
    Row(f"{form.strip()} {name.strip()}", "nis", "data/mentions.csv, claimant_text")
    for form in _SOUTH.split(";")
    for name in [
        "National Intelligence Service",
        " NIS",
        " spy agency",
        " intelligence agency",
        " intelligence service",
        " intelligence",
        " intelligence services",
        " main intelligence agency",
        " top spy agency",
        " intel",
        " intelligence agencies",
        " spies",
        " state intelligence agency",
        " main spy agency",
        " spy service",
        " agency",
        " spooks",
        " national intelligence agency",
        " intelligence chief",
        " spy chief",
        " National Intelligence Service (NIS)",
    ]
)

_NAMED = rows(
    "data/mentions.csv, claimant_text",
    """
    nis: National Intelligence Service; NIS; South Korean spies; Seoul's spies; the spies; South Korea's spies; South Korea's agency; Cho Tae-yong; Cho Tae Yong; NIS director; NIS official; the NIS; Seoul intelligence
    rok_jcs: Joint Chiefs of Staff; JCS; Joint Chiefs; the Joint Chiefs
    rok_officials: Seoul; South Korea; South Koreans; the South; Republic of Korea
    rok_media: Korea JoongAng Daily; JoongAng Ilbo; Chosun Ilbo; The Chosun; The Chosun Daily; Dong-A Ilbo
    rok_media: Yonhap; Yonhap News; Yonhap News Agency; KBS; KBS World; The Korea Herald; The Korean Herald
    ua_president: president of Ukraine; Ukraine's president; Volodymyr Zelensky; Volodymyr Zelenskyy; Zelensky; Zelenskyy; the Ukrainian leader
    ua_gur: HUR; GUR; DIU; Defense Intelligence of Ukraine; Defence Intelligence of Ukraine
    ua_officials: HUR sources; GUR sources
    ua_gur: Kyrylo Budanov; Kirill Budanov; Budanov; Vadym Skibitskyi; Vadym Skibitsky; Skibitskyi; Skibitsky
    ua_gur: Andrii Cherniak; Cherniak; Kyiv intel
    ua_ccd: Andriy Kovalenko; Andrii Kovalenko; Kovalenko; Center for Countering Disinformation
    ua_mod: Umerov; Rustem Umerov; Ministry of Defence of Ukraine; Ministry of Defense of Ukraine
    ua_gur: Main Intelligence Directorate of the Ministry of Defence of Ukraine; Main Directorate of Intelligence of the Ministry of Defence of Ukraine; Defence Intelligence of Ukraine; scouts
    ua_officials: Ukraine; Kyiv; Kiev; Ukrainians; the Ukrainians; Ukrainian officers; Alyona Getmanchuk; Heorhii Tykhyi
    ua_media: Andriy Tsaplienko; Global Defense
    us_white_house: White House; John Kirby; Kirby
    us_state: Robert Wood; Antony Blinken; Blinken; Vedant Patel; Dorothy Camille Shea; Dorothy Shea; Shea
    us_pentagon: Pentagon; Pat Ryder; Ryder; Sabrina Singh; Singh; Lloyd Austin; Austin
    us_officials: the United States; United States; Washington; the US; the U.S.
    uk_mod: the British; the Brits; UK Ministry of Defence; Ministry of Defence; MoD; Defence Intelligence; Britain; London; UK; United Kingdom
    western_officials: Western officials; Western estimates; unnamed Western officials
    un_msmt: Multilateral Sanctions Monitoring Team; MSMT
    ru_kremlin: Kremlin; the Kremlin
    ru_officials: Shoigu; Sergei Shoigu; Sergey Shoigu; Moscow's security chief
    ru_media: TASS; TASS news agency; Russian media; Russia's media
    dprk: state media; state television; state TV; state news agency; state broadcaster; KCNA; Korean Central News Agency; Pyongyang; Kim Jong Un; Kim Jong-un; State TV; Mr. Kim
    think_tank: Institute for the Study of War; ISW; Andrew Perpetua; analysts
    media_other: The New York Times; New York Times; The Telegraph; Forbes; NHK; Reuters; a Telegram channel; BBC
    """,
)

_OFFICE_HOLDERS = rows(
    "holders of these offices since 2024, from the offices' own releases",
    """
    nis: Lee Jong-seok; Lee Jong Seok
    rok_mnd: Kim Yong-hyun; Kim Yong Hyun; Ahn Gyu-back; Kim Seon-ho
    rok_president: Yoon Suk Yeol; President Yoon; Yoon Suk-yeol; Lee Jae-myung; Lee Jae Myung; Shin Won-sik; Wi Sung-lac
    rok_officials: Cho Tae-yul; Unification Ministry; Ministry of Unification; unification minister; Chung Dong-young
    ua_president: Zelenskiy; Volodymyr Zelenskiy; Zelenskyi; President Zelensky; President Zelenskyy; Andriy Yermak; Yermak
    ua_gur: Andriy Yusov; Andrii Yusov; Yusov; Andriy Chernyak; Chernyak; Skibitskiy; Vadym Skibitskiy; Oleh Ivashchenko; Main Intelligence Directorate; Main Directorate of Intelligence; Oleksii Skibitskyi
    ua_mod: Denys Shmyhal; Shmyhal
    ua_officials: General Staff; Oleksandr Syrskyi; Syrskyi; Syrsky; Oleksandr Syrsky; Andrii Sybiha; Sybiha; Security Service of Ukraine; SBU; National Security and Defense Council; Special Operations Forces of Ukraine; SSO
    us_white_house: Joe Biden; Biden; President Biden; Jake Sullivan; Karine Jean-Pierre; Karoline Leavitt; Leavitt; Donald Trump; Trump; President Trump; National Security Council; Sean Savett
    us_pentagon: Pete Hegseth; Hegseth; Sean Parnell; Parnell; Charlie Dietz; Department of Defense; Defense Department; Christopher Cavoli; Cavoli
    us_state: Matthew Miller; Marco Rubio; Rubio; Tammy Bruce; Linda Thomas-Greenfield; Thomas-Greenfield; State Department; Patel; Vedant Patel; Daniel Kritenbrink
    us_officials: Xavier Brunson; Samuel Paparo; INDOPACOM; US Forces Korea; USFK; DIA; Defense Intelligence Agency; CIA
    uk_mod: John Healey; Healey; Grant Shapps; Defence Intelligence (DI)
    western_officials: NATO; Mark Rutte; Rutte; NATO officials; Jens Stoltenberg; Kaja Kallas; Josep Borrell; G7; European Union
    ru_kremlin: Vladimir Putin; Putin; Dmitry Peskov; Peskov; President Putin
    ru_officials: Sergei Lavrov; Lavrov; Maria Zakharova; Zakharova; Valery Gerasimov; Gerasimov; Andrei Belousov; Belousov; Alexander Khinshtein; Khinshtein; Russia; Moscow; Rosstat; Federal Security Service; FSB; Vasily Nebenzya; Nebenzya; Andrei Rudenko; Rudenko
    ru_media: RIA Novosti; RIA; Interfax; Kommersant; Izvestia; Sputnik; Vedomosti; RT; Rybar; Astra; Baza; Mash
    dprk: Rodong Sinmun; Kim Yo Jong; Kim Yo-jong; Choe Son Hui; North Korea; DPRK; North Korean leader Kim Jong Un; Kim Song
    think_tank: CSIS; Center for Strategic and International Studies; RUSI; Royal United Services Institute; 38 North; Beyond Parallel; Open Source Centre; RAND; Rand Corporation; Sejong Institute; Asan Institute; Atlantic Council; Carnegie; Stimson Center; KINU; Korea Institute for National Unification; KIDA; Chatham House; IISS; International Institute for Strategic Studies; Conflict Armament Research; experts; military experts; military analysts; researchers; think tank; analyst; expert; researcher; Frontelligence Insight; Black Bird Group; Olena Guseinova
    media_other: AP; Associated Press; The Associated Press; AFP; Agence France-Presse; CNN; Bloomberg; Bloomberg News; Wall Street Journal; The Wall Street Journal; WSJ; Washington Post; The Washington Post; Financial Times; FT; The Financial Times; The Guardian; Guardian; The Times; The Economist; Politico; POLITICO; Kyodo; Kyodo News; Nikkei; Nikkei Asia; Asahi Shimbun; Yomiuri Shimbun; Der Spiegel; Bild; Le Monde; El Pais; Radio Free Asia; RFA; Radio Free Europe; Radio Free Europe/Radio Liberty; RFE/RL; Voice of America; VOA; The War Zone; The Warzone; Newsweek; Sky News; NBC News; ABC News; CBS News; Fox News; The Independent; The Japan Times; Japan Times; Al Jazeera; Meduza; Mediazona; The Insider; The Moscow Times; Moscow Times; Deutsche Welle; DW; Euronews; foreign media; Western media; the newspaper; Telegram channel; Telegram channels; media reports; news reports; BBC Russian; BBC's Russian service; Japan's NHK
    rok_media: TV Chosun; Chosun; Hankyoreh; Kyunghyang Shinmun; MBC; SBS; JTBC; YTN; Newsis; News1; NK News; Daily NK; DailyNK; Dong-A; Korea Times; The Korea Times; Arirang; JoongAng; Kookmin Ilbo; Seoul Shinmun; Segye Ilbo; Maeil Business; Korea Herald
    ua_media: Kyiv Post; Kyiv Independent; The Kyiv Independent; Ukrainska Pravda; Ukrainian Pravda; UNIAN; Ukrinform; Suspilne; Hromadske; Babel; LIGA; LIGA.net; UNN; RBC-Ukraine; Interfax-Ukraine; Espreso; NV; Euromaidan Press; European Pravda; TSN; Militarnyi; Defense Express; Defence Express; DeepState
    """,
)

CLAIMANTS: tuple[Row, ...] = (*_GENERATED, *_DPRK, *_NIS, *_OFFICE_HOLDERS, *_NAMED)

# Short names that need their capitals: "Reuters" always has them, "nis" and "the times" may not.
CASED = word_set(
    """
    NIS JCS HUR GUR DIU AP AFP RIA RT DIA CIA KBS MBC SBS YTN NV FT RAND ISW CSIS RUSI DW BBC
    CNN SBU SSO FSB RFA VOA Mash Astra Baza Bild Babel Wood Austin Singh Shea Miller Patel
    Healey Trump Asan Carnegie Sputnik Guardian Chosun DPRK MSMT USFK IISS KINU KIDA
    """
)

# Those of them that are written with a first capital alone.
TITLED = frozenset(name.lower() for name in CASED if not name.isupper())

# Words for a claimant that was named before, and which claimants each of them can mean.
BACKWARD = {
    "the agency": "agency", "the spy agency": "service", "the intelligence agency": "service",
    "the intelligence service": "service", "the service": "service", "the spy service": "service",
    "the directorate": "service", "the intelligence directorate": "service",
    "the ministry": "ministry", "the defense ministry": "ministry", "the defence ministry": "ministry",
    "the ministry of defence": "ministry", "the ministry of defense": "ministry", "the mod": "ministry",
    "the department": "ministry", "the joint chiefs": "military", "the military": "military",
    "the officials": "officials", "the official": "officials", "officials": "officials",
    "these officials": "officials", "the sources": "officials", "the source": "officials",
    "the president": "person", "the ukrainian president": "ua_president", "the minister": "person",
    "the head of state": "person", "the general": "person", "the chief": "person",
    "the spokesman": "person", "the spokesperson": "person", "the spokeswoman": "person",
    "the director": "person", "the secretary": "person", "the envoy": "person",
    "the ambassador": "person", "the diplomat": "person", "the leader": "person",
    "the lawmaker": "lawmaker", "the lawmakers": "lawmaker", "lawmakers": "lawmaker",
    "he": "person", "she": "person", "they": "any", "it": "body", "their": "any", "the same channel": "media", "the same service": "service",
    "the same agency": "service", "the spies": "service", "this report": "any", "the scouts": "service", "the report": "any",
    "the statement": "any", "the document": "any", "the outlet": "media", "the paper": "media",
    "the newspaper": "media", "the network": "media", "the broadcaster": "media",
    "the website": "media", "the magazine": "media", "the daily": "media", "the channel": "media", "the think tank": "think_tank",
    "the institute": "think_tank", "the analyst": "think_tank", "the expert": "think_tank",
    "the team": "body", "the group": "body", "the body": "body", "the monitors": "body",
    "the briefing": "any", "the update": "any", "the assessment": "any", "who": "any",
    "which": "any", "the intelligence": "service", "the researchers": "think_tank",
    "the commander": "person", "the spy chief": "person", "the kremlin": "ru_kremlin",
    "the data": "any", "the figures": "any", "this": "any", "the post": "any", "the south": "body",
    "the country's intelligence service": "service", "the country's intelligence agency": "service",
    "the country's spy agency": "service", "the nation's spy agency": "service",
    "the national intelligence agency": "service", "the intelligence chief": "person",
    "the agency's": "service", "the monitoring team": "body", "the analysts": "think_tank",
    "the experts": "think_tank", "the president's office": "person", "its": "body", "his": "person",
}  # fmt: skip
# Claimants by what they are, for those words.
CLASSES = {
    "agency": frozenset({"nis", "ua_gur", "uk_mod", "rok_mnd"}),
    "service": frozenset({"nis", "ua_gur", "uk_mod", "rok_mnd"}),
    "ministry": frozenset({"uk_mod", "rok_mnd", "ua_mod", "us_pentagon", "ru_officials"}),
    "military": frozenset({"rok_jcs", "rok_officials", "ua_officials"}),
    "officials": frozenset(
        {"rok_officials", "ua_officials", "us_officials", "western_officials", "ru_officials"}
    ),
    "media": frozenset({"rok_media", "ua_media", "ru_media", "media_other", "dprk"}),
    "think_tank": frozenset({"think_tank"}),
    "lawmaker": frozenset({"nis"}),
}
# Those whose news agency "the agency" can be, where no intelligence service was named.
AGENCIES = frozenset({"dprk", "rok_media", "ru_media", "media_other"})
# Several voices under one name: what one says on a day, another need not have said then.
SEVERAL = word_set(
    """
    rok_officials ua_officials us_officials western_officials ru_officials rok_media ua_media
    ru_media media_other think_tank
    """
)
MEDIA = frozenset({"rok_media", "ua_media", "ru_media", "media_other"})
COUNTRIES = phrase_set(
    """
    ukraine; kyiv; kiev; south korea; seoul; russia; moscow; north korea; dprk; pyongyang;
    the united states; united states; washington; the us; the u.s.; republic of korea; britain;
    london; uk; united kingdom; south koreans; ukrainians; the ukrainians; the south; nato;
    european union; the kremlin
    """
)
# A person who says what the intelligence service told parliament: it is the claimant, he the relay.
LAWMAKERS = phrase_set(
    """
    lawmaker; lawmakers; representative; representatives; parliamentary; committee; assembly;
    deputies; rep.; rep; mp; mps; legislator; legislators; assemblyman; member of parliament;
    parliamentarian; reps; assemblymen; parliament; parliamentarians
    """
)
# Words before a person's name that are no part of it.
TITLES = word_set(
    """
    president minister secretary general gen lieutenant major colonel spokesman spokeswoman
    spokesperson director chief deputy head chairman senator ambassador envoy rep representative
    professor commander adviser advisor prime vice first defense defence foreign national
    leader dictator marshal comrade security council state press ministry service office department intelligence army armed forces
    """
)
# Moscow and Pyongyang give and have arms and men; others give and have numbers.
ACTING = frozenset({"dprk", "ru_officials", "ru_kremlin"})
# How texts write of those who speak for an army: where a text names the Joint Chiefs, these.
MILITARY = ("military", "top brass", "armed forces", "top brass in seoul")
# Sources inside a body that do not speak for it by name.
UNNAMED = frozenset(["source", "sources", "insider", "insiders", "interlocutor", "interlocutors"])
# Words for somebody who speaks for a body: that is a person then.
PERSONS = word_set(
    """
    head chief director spokesman spokeswoman spokesperson minister secretary commander president
    leader deputy general governor envoy ambassador representative colonel officer official
    soldier lawmaker source insider analyst expert paratrooper gunner pilot
    """
)
# Words in the name of a body, as opposed to a person's.
BODIES = word_set(
    """
    agency service ministry department intelligence council team institute staff office
    directorate nis isw jcs hur gur diu msmt mod pentagon kremlin chiefs administration media
    news center centre forces officials government military army state panel committee kyiv
    seoul channel agencies yonhap reuters bbc cnn tass house un nato ap afp spies assessment
    estimate
    """
)
# Descriptions of people who are named nowhere else.
DESCRIPTIONS = {
    "analyst": "think_tank", "analysts": "think_tank", "expert": "think_tank", "experts": "think_tank",
    "researcher": "think_tank", "researchers": "think_tank", "professor": "think_tank",
    "fellow": "think_tank", "historian": "think_tank", "think tank": "think_tank",
    "institute": "think_tank", "observers": "think_tank", "blogger": "media_other",
    "bloggers": "media_other", "journalist": "media_other", "journalists": "media_other",
    "telegram": "media_other", "media": "media_other", "newspaper": "media_other",
    "broadcaster": "media_other", "outlet": "media_other", "outlets": "media_other",
    "reporters": "media_other", "investigation": "media_other", "posts": "media_other",
    "website": "media_other", "channel": "media_other", "subscribers": "media_other",
    "tabloid": "media_other", "pilot": "ua_officials", "brigade": "ua_officials",
    "commander": "ua_officials", "dr": "think_tank", "post": "media_other",
    "college": "think_tank", "university": "think_tank", "centre": "think_tank", "battalion": "ua_officials",
    "gunner": "ua_officials", "paratrooper": "ua_officials", "pilots": "ua_officials",
    "activists": "media_other", "website's": "media_other", "users": "media_other",
}  # fmt: skip
