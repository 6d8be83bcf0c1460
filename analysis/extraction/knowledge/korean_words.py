"""Korean words for numbers' hedges, for what is counted and what happened, and for claimants.

Less tried than the English tables. Phrases are pieces of text: Korean writes particles behind nouns
without a space, so that no word boundary can be asked for.
"""

from analysis.extraction.knowledge.table import rows

NORTHERN = ("북한", "北", "조선인민군", "인민군", "파병")

# Before a number and behind it; of two, the one that sets a direction counts.
BEFORE = rows(
    "wordings of data/mentions.csv and Korean news style",
    """
    about: 약; 대략; 추정 약; 어림잡아
    at_least: 최소; 최소한; 적어도
    up_to: 최대; 많게는
    """,
)
BEHIND = rows(
    "wordings of data/mentions.csv and Korean news style",
    """
    about: 가량; 정도; 안팎; 내외; 남짓; 쯤; 선으로
    at_least: 이상
    up_to: 이하; 까지
    less_than: 미만; 에 못 미
    more_than: 을 넘; 를 넘; 을 웃; 를 웃; 을 초과; 를 초과; 넘는; 넘게; 이 넘; 을 돌파
    """,
)
# Behind the digits, inside the number: "2천700여 명".
ODD = "여"

VAGUE: dict[str, tuple[float, float]] = {
    "수십만": (200_000, 999_999),
    "수백만": (2_000_000, 9_999_999),
    "수만": (20_000, 99_999),
    "수천": (2_000, 9_999),
    "수백": (200, 999),
    "수십": (24, 99),
}

COUNTERS = rows(
    "Korean counters",
    """
    people: 명; 인
    shells: 발
    missiles: 기
    guns: 문
    containers: 개
    vehicles: 대
    tonnes: 톤
    percent: %; 퍼센트
    units: 개 여단; 개 대대
    """,
)
# A counter that says nothing of arms needs the arms beside it.
NEEDS = {
    "containers": ("컨테이너",),
    "missiles": ("미사일",),
    "shells": ("포탄", "탄약", "로켓탄"),
    "guns": ("포", "방사포", "자주포"),
    "vehicles": ("전차", "장갑차", "차량"),
    "tonnes": ("탄약", "포탄", "군수"),
}

EVENTS = rows(
    "claim_type in the codebook, as Korean agencies word it",
    """
    killed: 사망; 전사; 숨진; 숨졌; 숨을 거; 목숨을 잃
    wounded: 부상; 다친; 다쳤; 중상; 경상
    casualties: 사상; 인명피해; 인명 피해; 손실
    captured: 생포; 포로; 붙잡
    missing: 실종
    deserted: 탈영; 이탈
    withdrawn: 송환; 귀환; 복귀; 철수; 돌아
    train: 훈련; 교육
    more: 추가 파병; 추가로 파병; 추가 파견; 추가적으로; 추가; 2차 파병; 3차 파병; 1차 파병; 2차; 3차; 1차
    send: 파병; 파견; 보냈; 보낸; 보내; 보낼; 떠나; 떠난; 떠날; 출발; 투입; 이동; 지원; 제공; 수출; 선적; 반출
    be: 배치; 주둔; 도착; 체류; 나가 있; 집결; 머물
    """,
)
PLANNED = (
    "예정",
    "예상",
    "전망",
    "계획",
    "방침",
    "준비",
    "보낼",
    "보낸다",
    "보내기로",
    "기로 했",
    "기로 결정",
    "수 있",
    "파병할",
    "투입할",
    "할 것",
    "될 것",
    "가능성",
)

POPULATIONS = rows(
    "Korean military terms",
    """
    sappers: 공병; 지뢰 제거; 지뢰제거
    workers: 노동자; 근로자; 인부; 건설 인력; 군사건설; 건설부대; 건설 노동
    special_forces: 특수부대; 특수전; 폭풍군단; 특전
    officers: 장교
    generals: 장성; 장군
    """,
)

CLAIMANTS = rows(
    "data/mentions.csv, claimant_text, and the offices' Korean names",
    """
    nis: 국가정보원; 국정원; 한국 정보당국; 정보당국
    rok_jcs: 합동참모본부; 합참
    rok_mnd: 한국 국방부; 국방정보본부; 신원식 국방; 김용현 국방; 안규백
    rok_president: 대통령실; 윤석열; 이재명; 국가안보실; 신원식 안보실장; 위성락
    rok_officials: 통일부; 외교부; 정부 관계자; 정부 소식통; 군 당국; 군 관계자; 우리 군
    ua_president: 젤렌스키
    ua_gur: 정보총국; 국방정보국; 부다노프; 스키비츠키; 우크라이나 정보당국; 우크라이나 군사정보
    ua_mod: 우메로우; 우메로프; 우크라이나 국방부; 우크라이나 국방장관
    ua_ccd: 허위정보대응센터; 코발렌코
    ua_officials: 우크라이나 총참모부; 우크라이나 당국; 우크라이나 정부; 시르스키; 우크라이나군은; 우크라이나 보안국
    us_white_house: 백악관; 커비
    us_pentagon: 미 국방부; 미국 국방부; 펜타곤; 오스틴; 라이더 대변인; 사브리나 싱
    us_state: 미 국무부; 미국 국무부; 블링컨; 국무부
    us_officials: 미국 당국자; 미 당국자; 미국 정보; 미 정보당국; 미군 관계자
    uk_mod: 영국 국방부; 영국 국방정보국; 영국 정보
    western_officials: 서방 당국자; 서방 관리; 서방 정보; 나토
    un_msmt: 다국적제재모니터링팀; MSMT
    ru_kremlin: 크렘린; 페스코프; 푸틴
    ru_officials: 쇼이구; 라브로프; 러시아 국방부; 러시아 외무부; 게라시모프
    ru_media: 타스; 리아노보스티; 러시아 매체
    dprk: 조선중앙통신; 노동신문; 북한 매체; 북한은; 김정은
    think_tank: 전쟁연구소; ISW; 전문가
    media_other: 로이터; BBC; CNN; 뉴욕타임스; 월스트리트저널; NHK; 블룸버그; AFP; AP통신; 교도통신
    rok_media: 연합뉴스; 뉴시스; 뉴스1; 조선일보; KBS
    """,
)
RELAYS = ("의원", "간사")
SAYING = (
    "밝혔",
    "말했",
    "보고했",
    "전했",
    "추정",
    "평가",
    "주장",
    "발표",
    "설명",
    "분석",
    "파악",
    "보고",
    "판단",
    "보고 있",
)
YEARS = {"지난해": -1, "작년": -1, "올해": 0}
EARLIER = ("앞서", "당초", "지난해")

PLACES = rows(
    "data/locations.csv, aliases",
    """
    kursk: 쿠르스크
    vladivostok: 블라디보스토크
    ussuriysk: 우수리스크
    khabarovsk: 하바롭스크
    chongjin: 청진
    russian_far_east: 극동; 연해주
    eastern_russia: 러시아 동부
    siberia: 시베리아
    russia: 러시아
    ukraine: 우크라이나 영토; 키이우
    north_korea: 북한으로; 북한에 송환
    """,
)
