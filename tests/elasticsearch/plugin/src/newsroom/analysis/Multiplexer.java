package newsroom.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.Strings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** `multiplexer`: each word as several chains of filters leave it, at one place. */
final class Multiplexer extends AbstractTokenFilterFactory {
    private final List<String> chains;
    private final boolean keeps;

    Multiplexer(String name, Settings settings, IndexSettings index, Environment files) {
        super(name, settings);
        this.chains = settings.getAsList("filters");
        this.keeps = settings.getAsBoolean("preserve_original", true);
    }

    @Override
    public TokenStream create(TokenStream input) {
        throw new UnsupportedOperationException("TokenFilterFactory.getChainAwareTokenFilterFactory() must be called first");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
        IndexCreationContext context,
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> before,
        Function<String, TokenFilterFactory> byName
    ) {
        List<UnaryOperator<TokenStream>> ways = new ArrayList<>();
        if (keeps) {
            ways.add(UnaryOperator.identity());
        }
        for (String chain : chains) {
            List<TokenFilterFactory> soFar = new ArrayList<>(before);
            List<TokenFilterFactory> own = new ArrayList<>();
            for (String each : Strings.tokenizeToStringArray(chain, ",")) {
                TokenFilterFactory filter = byName.apply(each);
                if (filter == null) {
                    throw new IllegalArgumentException(
                        "Multiplexing filter [" + name() + "] refers to undefined tokenfilter [" + each + "]");
                }
                filter = filter.getChainAwareTokenFilterFactory(context, tokenizer, charFilters, soFar, byName);
                soFar.add(filter);
                own.add(filter);
            }
            ways.add(input -> {
                TokenStream stream = input;
                for (TokenFilterFactory filter : own) {
                    stream = filter.create(stream);
                }
                return stream;
            });
        }
        return new Filter.NeverBeforeSynonyms(name(), Settings.EMPTY, input -> MultiplexedStream.of(input, ways));
    }
}
