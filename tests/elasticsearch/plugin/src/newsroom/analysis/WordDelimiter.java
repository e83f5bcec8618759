package newsroom.analysis;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.*;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** `word_delimiter_graph`. */
final class WordDelimiter {
    /** Switches, whether they are on unless set, and Lucene's flags. */
    private record Switch(String name, boolean isOn, int flag) {}

    private static final List<Switch> SWITCHES = List.of(
        new Switch("generate_word_parts", true, GENERATE_WORD_PARTS),
        new Switch("generate_number_parts", true, GENERATE_NUMBER_PARTS),
        new Switch("catenate_words", false, CATENATE_WORDS),
        new Switch("catenate_numbers", false, CATENATE_NUMBERS),
        new Switch("catenate_all", false, CATENATE_ALL),
        new Switch("split_on_case_change", true, SPLIT_ON_CASE_CHANGE),
        new Switch("preserve_original", false, PRESERVE_ORIGINAL),
        new Switch("split_on_numerics", true, SPLIT_ON_NUMERICS),
        new Switch("stem_english_possessive", true, STEM_ENGLISH_POSSESSIVE),
        new Switch("ignore_keywords", false, IGNORE_KEYWORDS));

    /** Lucene's numbers of types; it does not give the names of all of them to others. */
    private static final Map<String, Integer> TYPES =
        Map.of("LOWER", 1, "UPPER", 2, "ALPHA", 3, "DIGIT", 4, "ALPHANUM", 7, "SUBWORD_DELIM", 8);

    private WordDelimiter() {}

    static TokenFilterFactory of(String name, Settings settings, IndexSettings index, Environment files) {
        int flags = 0;
        for (Switch each : SWITCHES) {
            flags |= settings.getAsBoolean(each.name, each.isOn) ? each.flag : 0;
        }
        boolean adjusts = settings.getAsBoolean("adjust_offsets", true);
        List<String> rules = Analysis.getWordList(files, settings, "type_table");
        byte[] table = rules == null ? WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE : table(rules);
        CharArraySet words = Analysis.getWordSet(files, settings, "protected_words");
        int all = flags;
        return new Filter.NeverBeforeSynonyms(
            name, settings, input -> new WordDelimiterGraphFilter(input, adjusts, table, all, words));
    }

    private static byte[] table(List<String> rules) {
        Map<Character, Integer> types = new TreeMap<>();
        for (String rule : rules) {
            Escapes.Rule sides = Escapes.rule(rule);
            Integer type = TYPES.get(sides.right());
            if (type == null || sides.left().length() != 1) {
                throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]. Only a single character is allowed.");
            }
            types.put(sides.left().charAt(0), type);
        }
        int known = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE.length;
        int last = types.keySet().stream().mapToInt(each -> each).max().orElse(0);
        byte[] table = new byte[Math.max(known, last + 1)];
        for (int each = 0; each < table.length; each++) {
            table[each] = WordDelimiterIterator.getType(each);
        }
        types.forEach((character, type) -> table[character] = type.byteValue());
        return table;
    }
}
