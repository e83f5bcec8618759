package newsroom.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemmer;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.elasticsearch.common.settings.Settings;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PorterStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** The stemmers of the filters `stemmer` and `snowball`, by the names under which both are documented. */
final class Stemmers {
    private static final Map<String, Supplier<SnowballStemmer>> SNOWBALL = new TreeMap<>();
    private static final Map<String, UnaryOperator<TokenStream>> OTHERS = new TreeMap<>();

    static {
        SNOWBALL.put("armenian", ArmenianStemmer::new);
        SNOWBALL.put("basque", BasqueStemmer::new);
        SNOWBALL.put("catalan", CatalanStemmer::new);
        SNOWBALL.put("danish", DanishStemmer::new);
        SNOWBALL.put("dutch", DutchStemmer::new);
        SNOWBALL.put("estonian", EstonianStemmer::new);
        SNOWBALL.put("finnish", FinnishStemmer::new);
        SNOWBALL.put("french", FrenchStemmer::new);
        SNOWBALL.put("german", GermanStemmer::new);
        SNOWBALL.put("hungarian", HungarianStemmer::new);
        SNOWBALL.put("irish", IrishStemmer::new);
        SNOWBALL.put("italian", ItalianStemmer::new);
        SNOWBALL.put("lithuanian", LithuanianStemmer::new);
        SNOWBALL.put("norwegian", NorwegianStemmer::new);
        SNOWBALL.put("portuguese", PortugueseStemmer::new);
        SNOWBALL.put("romanian", RomanianStemmer::new);
        SNOWBALL.put("russian", RussianStemmer::new);
        SNOWBALL.put("serbian", SerbianStemmer::new);
        SNOWBALL.put("spanish", SpanishStemmer::new);
        SNOWBALL.put("swedish", SwedishStemmer::new);
        SNOWBALL.put("turkish", TurkishStemmer::new);
    }

    static {
        OTHERS.put("arabic", ArabicStemFilter::new);
        OTHERS.put("bengali", BengaliStemFilter::new);
        OTHERS.put("brazilian", BrazilianStemFilter::new);
        OTHERS.put("bulgarian", BulgarianStemFilter::new);
        OTHERS.put("czech", CzechStemFilter::new);
        OTHERS.put("english", PorterStemFilter::new);
        OTHERS.put("porter", PorterStemFilter::new);
        OTHERS.put("porter2", input -> new SnowballFilter(input, new EnglishStemmer()));
        OTHERS.put("light_english", KStemFilter::new);
        OTHERS.put("kstem", KStemFilter::new);
        OTHERS.put("minimal_english", EnglishMinimalStemFilter::new);
        OTHERS.put("possessive_english", EnglishPossessiveFilter::new);
        OTHERS.put("light_finnish", FinnishLightStemFilter::new);
        OTHERS.put("light_french", FrenchLightStemFilter::new);
        OTHERS.put("minimal_french", FrenchMinimalStemFilter::new);
        OTHERS.put("galician", GalicianStemFilter::new);
        OTHERS.put("minimal_galician", GalicianMinimalStemFilter::new);
        OTHERS.put("light_german", GermanLightStemFilter::new);
        OTHERS.put("minimal_german", GermanMinimalStemFilter::new);
        OTHERS.put("greek", GreekStemFilter::new);
        OTHERS.put("hindi", HindiStemFilter::new);
        OTHERS.put("light_hungarian", HungarianLightStemFilter::new);
        OTHERS.put("indonesian", IndonesianStemFilter::new);
        OTHERS.put("light_italian", ItalianLightStemFilter::new);
        OTHERS.put("latvian", LatvianStemFilter::new);
        OTHERS.put("light_norwegian", NorwegianLightStemFilter::new);
        OTHERS.put("minimal_norwegian", NorwegianMinimalStemFilter::new);
        OTHERS.put("light_nynorsk", input -> new NorwegianLightStemFilter(input, NorwegianLightStemmer.NYNORSK));
        OTHERS.put("minimal_nynorsk", input -> new NorwegianMinimalStemFilter(input, NorwegianLightStemmer.NYNORSK));
        OTHERS.put("persian", PersianStemFilter::new);
        OTHERS.put("light_portuguese", PortugueseLightStemFilter::new);
        OTHERS.put("minimal_portuguese", PortugueseMinimalStemFilter::new);
        OTHERS.put("portuguese_rslp", PortugueseStemFilter::new);
        OTHERS.put("light_russian", RussianLightStemFilter::new);
        OTHERS.put("sorani", SoraniStemFilter::new);
        OTHERS.put("light_spanish", SpanishLightStemFilter::new);
        OTHERS.put("spanish_plural", SpanishPluralStemFilter::new);
        OTHERS.put("light_swedish", SwedishLightStemFilter::new);
    }

    private Stemmers() {}

    /** What the filter `stemmer` does for the language that its settings name, in any case of letters. */
    static UnaryOperator<TokenStream> stemmer(Settings settings) {
        String language = language(settings, "porter");
        UnaryOperator<TokenStream> other = OTHERS.get(language);
        return other != null ? other : snowball(SNOWBALL.get(language), language);
    }

    /**
     * What the filter `snowball` does for its language. A stock server meets an unknown one only where an analyser uses
     * the filter; here it is refused wherever it is defined.
     */
    static UnaryOperator<TokenStream> snowball(Settings settings) {
        String language = language(settings, "english");
        return switch (language) {
            case "arabic" -> snowball(ArabicStemmer::new, language);
            case "english" -> snowball(EnglishStemmer::new, language);
            case "porter" -> snowball(PorterStemmer::new, language);
            default -> snowball(SNOWBALL.get(language), language);
        };
    }

    private static String language(Settings settings, String unset) {
        return settings.get("language", settings.get("name", unset)).toLowerCase(Locale.ROOT);
    }

    private static UnaryOperator<TokenStream> snowball(Supplier<? extends SnowballStemmer> stemmer, String language) {
        if (stemmer == null) {
            throw new IllegalArgumentException("Invalid stemmer class specified: " + language);
        }
        return input -> new SnowballFilter(input, stemmer.get());
    }
}
