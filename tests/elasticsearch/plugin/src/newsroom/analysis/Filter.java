package newsroom.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** A token filter that is one function on streams. */
class Filter extends AbstractTokenFilterFactory {
    private final UnaryOperator<TokenStream> wrap;

    Filter(String name, Settings settings, UnaryOperator<TokenStream> wrap) {
        super(name, settings);
        this.wrap = wrap;
    }

    @Override
    public final TokenStream create(TokenStream input) {
        return wrap.apply(input);
    }

    /** One that a normaliser of keywords may use as well. */
    static final class Normalizing extends Filter implements NormalizingTokenFilterFactory {
        Normalizing(String name, Settings settings, UnaryOperator<TokenStream> wrap) {
            super(name, settings, wrap);
        }
    }

    /** One that does something else, or nothing, while the rules of synonyms after it are read. */
    static final class OtherForSynonyms extends Filter {
        private final TokenFilterFactory other;

        OtherForSynonyms(String name, Settings settings, UnaryOperator<TokenStream> wrap, TokenFilterFactory other) {
            super(name, settings, wrap);
            this.other = other;
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return other;
        }
    }

    /** One that no filter of synonyms may follow, since it makes several words of one. */
    static final class NeverBeforeSynonyms extends Filter {
        NeverBeforeSynonyms(String name, Settings settings, UnaryOperator<TokenStream> wrap) {
            super(name, settings, wrap);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            throw new IllegalArgumentException("Token filter [" + name() + "] cannot be used to parse synonyms");
        }

        @Override
        public boolean breaksFastVectorHighlighter() {
            return true;
        }
    }
}
