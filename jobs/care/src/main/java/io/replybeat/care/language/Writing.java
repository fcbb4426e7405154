package io.replybeat.care.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which languages are written so?
 *
 * <p>Where there is one, the characters decide. Where there are more, the weights of their n-grams do, which know a
 * language by its ISO 639-3 code. A language is listed when customers of many brands write it: each one more is one more
 * to be mistaken for.
 */
enum Writing {
    /** Hindi is written so, too, in messages. */
    LATIN(
            "ca=cat cs=ces da=dan de=deu en=eng es=spa et=est fi=fin fr=fra hi hr=hrv hu=hun id=ind it=ita lt=lit lv=lav nl=nld no=nob"
                    + " pl=pol pt=por ro=ron sk=slk sl=slv sv=swe tl=tgl tr=tur vi=vie",
            UnicodeScript.LATIN),
    CYRILLIC("bg=bul mk=mkd ru=rus sr=srp uk=ukr", UnicodeScript.CYRILLIC),
    ARABIC("ar=ara fa=pes ur=urd", UnicodeScript.ARABIC),
    DEVANAGARI("hi=hin mr=mar ne=nep", UnicodeScript.DEVANAGARI),
    /** Kana; the Chinese characters between them count as Japanese, too. */
    KANA("ja", UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
    HAN("zh", UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
    HANGUL("ko", UnicodeScript.HANGUL),
    ARMENIAN("hy", UnicodeScript.ARMENIAN),
    BENGALI("bn", UnicodeScript.BENGALI),
    ETHIOPIC("am", UnicodeScript.ETHIOPIC),
    GEORGIAN("ka", UnicodeScript.GEORGIAN),
    GREEK("el", UnicodeScript.GREEK),
    GUJARATI("gu", UnicodeScript.GUJARATI),
    GURMUKHI("pa", UnicodeScript.GURMUKHI),
    HEBREW("he", UnicodeScript.HEBREW),
    KANNADA("kn", UnicodeScript.KANNADA),
    KHMER("km", UnicodeScript.KHMER),
    LAO("lo", UnicodeScript.LAO),
    MALAYALAM("ml", UnicodeScript.MALAYALAM),
    MYANMAR("my", UnicodeScript.MYANMAR),
    SINHALA("si", UnicodeScript.SINHALA),
    TAMIL("ta", UnicodeScript.TAMIL),
    TELUGU("te", UnicodeScript.TELUGU),
    THAI("th", UnicodeScript.THAI),
    /** Scripts of languages that are not known here. */
    OTHER("und");

    private static final Writing[] ALL = values();
    private static final Map<UnicodeScript, Writing> BY_SCRIPT = new EnumMap<>(UnicodeScript.class);

    static {
        int place = 0;
        for (Writing writing : ALL) {
            writing.place = place;
            place += writing.leavesChoice() ? writing.languages.size() : 0;
            writing.scripts.forEach(script -> BY_SCRIPT.put(script, writing));
        }
    }

    private final List<UnicodeScript> scripts;
    private final List<Language> languages;
    private int place;

    /** @param longCode ISO 639-3; the same as the code where no n-grams are known, but common words are */
    record Language(String code, String longCode) {}

    Writing(String languages, UnicodeScript... scripts) {
        this.scripts = List.of(scripts);
        this.languages = Arrays.stream(languages.split(" "))
                .map(pair -> pair.split("="))
                .map(pair -> new Language(pair[0], pair[pair.length - 1]))
                .toList();
    }

    List<Language> languages() {
        return languages;
    }

    /** Do the characters leave the choice between languages? */
    boolean leavesChoice() {
        return languages.size() > 1;
    }

    /** Of all languages that a writing leaves a choice of: each writing's are a stretch that begins at its {@link #place}. */
    static List<String> longCodes() {
        return Arrays.stream(ALL)
                .filter(Writing::leavesChoice)
                .flatMap(writing -> writing.languages.stream())
                .map(Language::longCode)
                .toList();
    }

    /** Of the first language among all {@link #longCodes}. */
    int place() {
        return place;
    }

    /** Of a language of this writing among all {@link #longCodes}. */
    int placeOf(String code) {
        for (int i = 0; i < languages.size(); i++) {
            if (languages.get(i).code().equals(code)) {
                return place + i;
            }
        }
        throw new IllegalArgumentException(code + " is not a language of the writing " + this);
    }

    /** How many letters of an alphabet say as much as one character. */
    int lettersPerCharacter() {
        return this == HAN || this == KANA || this == HANGUL ? 3 : 1;
    }

    /** Of a letter; null for a blank and for a mark that goes with any script. */
    static Writing of(char letter) {
        if (letter == ' ') {
            return null;
        }
        if (letter < 0x250) {
            return LATIN;
        }
        UnicodeScript script = UnicodeScript.of(letter);
        if (script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) {
            return null;
        }
        return BY_SCRIPT.getOrDefault(script, OTHER);
    }
}
