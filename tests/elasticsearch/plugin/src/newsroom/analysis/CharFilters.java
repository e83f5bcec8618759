package newsroom.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The filters of characters. */
final class CharFilters {
    private CharFilters() {}

    static Map<String, AnalysisProvider<CharFilterFactory>> byName() {
        return Map.of(
            "html_strip", (index, files, name, settings) -> htmlStrip(name, settings),
            "mapping", requiresAnalysisSettings((index, files, name, settings) -> mapping(name, settings, files)),
            "pattern_replace", requiresAnalysisSettings((index, files, name, settings) -> patternReplace(name, settings)));
    }

    private static CharFilterFactory htmlStrip(String name, Settings settings) {
        List<String> escaped = settings.getAsList("escaped_tags");
        Set<String> tags = escaped.isEmpty() ? null : Set.copyOf(escaped);
        return new Plain(name, input -> new HTMLStripCharFilter(input, tags));
    }

    private static CharFilterFactory mapping(String name, Settings settings, Environment files) {
        List<String> rules = Analysis.getWordList(files, settings, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException("mapping requires either `mappings` or `mappings_path` to be configured");
        }
        NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
        for (String text : rules) {
            Escapes.Rule rule = Escapes.rule(text);
            builder.add(rule.left(), rule.right());
        }
        NormalizeCharMap map = builder.build();
        return new Normalizing(name, input -> new MappingCharFilter(map, input));
    }

    private static CharFilterFactory patternReplace(String name, Settings settings) {
        String pattern = settings.get("pattern");
        if (pattern == null || pattern.isEmpty()) {
            throw new IllegalArgumentException(
                "pattern is missing for [" + name + "] char filter of type 'pattern_replace'");
        }
        Pattern compiled = Regex.compile(pattern, settings.get("flags"));
        String replacement = settings.get("replacement", "");
        return new Normalizing(name, input -> new PatternReplaceCharFilter(compiled, replacement, input));
    }

    private static class Plain extends AbstractCharFilterFactory {
        private final UnaryOperator<Reader> wrap;

        Plain(String name, UnaryOperator<Reader> wrap) {
            super(name);
            this.wrap = wrap;
        }

        @Override
        public final Reader create(Reader input) {
            return wrap.apply(input);
        }
    }

    private static final class Normalizing extends Plain implements NormalizingCharFilterFactory {
        Normalizing(String name, UnaryOperator<Reader> wrap) {
            super(name, wrap);
        }
    }
}
