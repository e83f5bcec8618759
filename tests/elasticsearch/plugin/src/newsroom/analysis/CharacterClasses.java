package newsroom.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.elasticsearch.common.settings.Settings;

/** Classes of characters that tokenizers are told of. */
final class CharacterClasses {
    private static final Map<String, IntPredicate> BY_NAME = Map.of(
        "letter", Character::isLetter,
        "digit", Character::isDigit,
        "whitespace", Character::isWhitespace,
        "punctuation", CharacterClasses::isPunctuation,
        "symbol", CharacterClasses::isSymbol);

    private CharacterClasses() {}

    /** What stays in a word by `token_chars` and `custom_token_chars`: everything, unless some are named. */
    static IntPredicate kept(Settings settings) {
        List<String> names = settings.getAsList("token_chars");
        if (names.isEmpty()) {
            return each -> true;
        }
        IntPredicate kept = each -> false;
        for (String name : names) {
            kept = kept.or(named(name.toLowerCase(Locale.ROOT).trim(), settings.get("custom_token_chars")));
        }
        return kept;
    }

    private static IntPredicate named(String name, String custom) {
        if (name.equals("custom")) {
            if (custom == null) {
                throw new IllegalArgumentException("Token type: 'custom' requires setting `custom_token_chars`");
            }
            return each -> custom.indexOf(each) >= 0;
        }
        IntPredicate found = BY_NAME.get(name);
        if (found == null) {
            throw new IllegalArgumentException("Unknown token type: '" + name + "', must be one of " + BY_NAME.keySet());
        }
        return found;
    }

    /** What ends a word by `tokenize_on_chars`: names of classes, and characters themselves. */
    static IntPredicate cuts(List<String> all) {
        IntPredicate cuts = each -> false;
        for (String one : all) {
            if (one.isEmpty()) {
                throw new IllegalArgumentException("[tokenize_on_chars] cannot contain empty characters");
            }
            cuts = cuts.or(cut(one));
        }
        return cuts;
    }

    private static IntPredicate cut(String one) {
        String plain = one.startsWith("\\") ? Escapes.plain(one) : one;
        if (plain.length() == 1) {
            return each -> each == plain.charAt(0);
        }
        IntPredicate found = BY_NAME.get(one);
        if (found == null) {
            throw new IllegalArgumentException("Invalid escaped char in [" + one + "]");
        }
        return found;
    }

    private static boolean isPunctuation(int each) {
        return switch (Character.getType(each)) {
            case Character.START_PUNCTUATION, Character.END_PUNCTUATION, Character.OTHER_PUNCTUATION,
                Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION,
                Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSymbol(int each) {
        return switch (Character.getType(each)) {
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
