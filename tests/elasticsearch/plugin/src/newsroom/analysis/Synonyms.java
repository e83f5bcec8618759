package newsroom.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** `synonym` and `synonym_graph` with rules in Solr's format, read through the filters that stand before them. */
final class Synonyms extends AbstractTokenFilterFactory {
    private final List<String> rules;
    private final boolean expand;
    private final boolean lenient;
    private final boolean isGraph;
    private final AnalysisMode mode;

    Synonyms(String name, Settings settings, Environment files, boolean isGraph) {
        super(name, settings);
        if (settings.hasValue("synonyms_set") || "wordnet".equalsIgnoreCase(settings.get("format", ""))) {
            throw new IllegalArgumentException("This test server has neither [synonyms_set] nor the format of WordNet");
        }
        this.rules = Analysis.getWordList(files, settings, "synonyms");
        if (rules == null) {
            throw new IllegalArgumentException(
                "synonym requires either `synonyms`, `synonyms_set` or `synonyms_path` to be configured");
        }
        boolean updateable = settings.getAsBoolean("updateable", false);
        this.expand = settings.getAsBoolean("expand", true);
        this.lenient = settings.getAsBoolean("lenient", updateable);
        this.mode = updateable ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
        this.isGraph = isGraph;
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return mode;
    }

    @Override
    public TokenStream create(TokenStream input) {
        throw new IllegalStateException(
            "Call createPerAnalyzerSynonymFactory to specialize this factory for an analysis chain first");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
        IndexCreationContext context,
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> before,
        Function<String, TokenFilterFactory> byName
    ) {
        SynonymMap synonyms = read(new CustomAnalyzer(
            tokenizer,
            charFilters.toArray(CharFilterFactory[]::new),
            before.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new)));
        return new InChain(synonyms);
    }

    private SynonymMap read(Analyzer chain) {
        try (Reader reader = new StringReader(String.join("\n", rules))) {
            Rules parser = new Rules(chain);
            parser.parse(reader);
            return parser.build();
        } catch (IOException | ParseException | IllegalArgumentException error) {
            throw new IllegalArgumentException("failed to build synonyms from ['" + name() + "' analyzer settings]", error);
        }
    }

    /** A parser that passes over what the chain makes nothing of, where the filter is lenient. */
    private final class Rules extends SolrSynonymParser {
        Rules(Analyzer chain) {
            super(true, expand, chain);
        }

        @Override
        public CharsRef analyze(String text, CharsRefBuilder reuse) throws IOException {
            try {
                return super.analyze(text, reuse);
            } catch (IllegalArgumentException error) {
                if (lenient) {
                    return new CharsRef("");
                }
                throw error;
            }
        }

        @Override
        public void add(CharsRef from, CharsRef to, boolean keepsFrom) {
            if (!lenient || (from.length > 0 && to.length > 0)) {
                super.add(from, to, keepsFrom);
            }
        }
    }

    /** The filter at its place in one analyser. */
    private final class InChain implements TokenFilterFactory {
        private final SynonymMap synonyms;

        InChain(SynonymMap synonyms) {
            this.synonyms = synonyms;
        }

        @Override
        public String name() {
            return Synonyms.this.name();
        }

        @Override
        @SuppressWarnings("deprecation") // a stock server's `synonym` is the old filter as well
        public TokenStream create(TokenStream input) {
            if (synonyms.fst == null) {
                return input;
            }
            return isGraph ? new SynonymGraphFilter(input, synonyms, false) : new SynonymFilter(input, synonyms, false);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER; // rules of one filter are not rewritten by those of another
        }

        @Override
        public AnalysisMode getAnalysisMode() {
            return mode;
        }
    }
}
