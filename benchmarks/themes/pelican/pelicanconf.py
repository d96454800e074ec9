import json
import pathlib

HERE = pathlib.Path(__file__).parent
SITENAME, SITEURL, AUTHOR = "Briefing book", "https://briefings.example", "desk"
PATH, OUTPUT_PATH, THEME = str(HERE / "content"), str(HERE / "output"), str(HERE / "theme")
CACHE_PATH = str(HERE / "cache")
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = ["briefings"], [], []
TIMEZONE, DEFAULT_LANG = "UTC", "en"
ARTICLE_URL = ARTICLE_SAVE_AS = "briefings/{date:%Y}/{date:%m}/{slug}.html"
TAG_URL = TAG_SAVE_AS = "topics/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "officials/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "authors", "feed", "sitemap"]
TAGS_SAVE_AS, AUTHORS_SAVE_AS = "topics/index.html", "officials/index.html"
FEED_SAVE_AS, SITEMAP_SAVE_AS = "feed.xml", "sitemap.xml"
PAGINATED_TEMPLATES = {}
DEFAULT_PAGINATION = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
JINJA_FILTERS = {"fromjson": json.loads}
OFFICIALS = json.loads((HERE / "registers/officials.json").read_text(encoding="utf-8"))
