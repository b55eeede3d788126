"""The languages in which care is given."""

from __future__ import annotations

from iopkit.values.terms import Term


class CareLanguage(Term):
    """A language in which sessions are held, or in which a person can take part in them."""

    ENGLISH = "english", "English", "inglés"
    SPANISH = "spanish", "Spanish", "español"
    AMERICAN_SIGN_LANGUAGE = (
        "american-sign-language",
        "American Sign Language",
        "lengua de señas americana",
    )
    ARABIC = "arabic", "Arabic", "árabe"
    CANTONESE = "cantonese", "Cantonese", "cantonés"
    FRENCH = "french", "French", "francés"
    GERMAN = "german", "German", "alemán"
    GREEK = "greek", "Greek", "griego"
    HAITIAN_CREOLE = "haitian-creole", "Haitian Creole", "criollo haitiano"
    HEBREW = "hebrew", "Hebrew", "hebreo"
    HINDI = "hindi", "Hindi", "hindi"
    HMONG = "hmong", "Hmong", "hmong"
    ITALIAN = "italian", "Italian", "italiano"
    JAPANESE = "japanese", "Japanese", "japonés"
    KOREAN = "korean", "Korean", "coreano"
    MANDARIN = "mandarin", "Mandarin Chinese", "chino mandarín"
    NAVAJO = "navajo", "Navajo", "navajo"
    POLISH = "polish", "Polish", "polaco"
    PORTUGUESE = "portuguese", "Portuguese", "portugués"
    RUSSIAN = "russian", "Russian", "ruso"
    SOMALI = "somali", "Somali", "somalí"
    TAGALOG = "tagalog", "Tagalog", "tagalo"
    UKRAINIAN = "ukrainian", "Ukrainian", "ucraniano"
    VIETNAMESE = "vietnamese", "Vietnamese", "vietnamita"
