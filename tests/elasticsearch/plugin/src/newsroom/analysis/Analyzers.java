package newsroom.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.analysis.core.StopAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;

/** The analysers: of languages, Lucene's own with `stopwords` and `stem_exclusion`; and those of no language. */
final class Analyzers {
    /** Makes a language's analyser of stop words and of words that are not stemmed. */
    @FunctionalInterface
    private interface Language {
        Analyzer of(CharArraySet stopwords, CharArraySet unstemmed);
    }

    private record Entry(CharArraySet stopwords, Language language) {}

    private static final Map<String, Entry> LANGUAGES = new TreeMap<>();

    static {
        LANGUAGES.put("arabic", new Entry(ArabicAnalyzer.getDefaultStopSet(), ArabicAnalyzer::new));
        LANGUAGES.put("armenian", new Entry(ArmenianAnalyzer.getDefaultStopSet(), ArmenianAnalyzer::new));
        LANGUAGES.put("basque", new Entry(BasqueAnalyzer.getDefaultStopSet(), BasqueAnalyzer::new));
        LANGUAGES.put("bengali", new Entry(BengaliAnalyzer.getDefaultStopSet(), BengaliAnalyzer::new));
        LANGUAGES.put("brazilian", new Entry(BrazilianAnalyzer.getDefaultStopSet(), BrazilianAnalyzer::new));
        LANGUAGES.put("bulgarian", new Entry(BulgarianAnalyzer.getDefaultStopSet(), BulgarianAnalyzer::new));
        LANGUAGES.put("catalan", new Entry(CatalanAnalyzer.getDefaultStopSet(), CatalanAnalyzer::new));
        LANGUAGES.put("cjk", new Entry(CJKAnalyzer.getDefaultStopSet(), (stop, none) -> new CJKAnalyzer(stop)));
        LANGUAGES.put("czech", new Entry(CzechAnalyzer.getDefaultStopSet(), CzechAnalyzer::new));
        LANGUAGES.put("danish", new Entry(DanishAnalyzer.getDefaultStopSet(), DanishAnalyzer::new));
        LANGUAGES.put("dutch", new Entry(DutchAnalyzer.getDefaultStopSet(), DutchAnalyzer::new));
        LANGUAGES.put("english", new Entry(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new));
        LANGUAGES.put("estonian", new Entry(EstonianAnalyzer.getDefaultStopSet(), EstonianAnalyzer::new));
        LANGUAGES.put("finnish", new Entry(FinnishAnalyzer.getDefaultStopSet(), FinnishAnalyzer::new));
        LANGUAGES.put("french", new Entry(FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new));
        LANGUAGES.put("galician", new Entry(GalicianAnalyzer.getDefaultStopSet(), GalicianAnalyzer::new));
        LANGUAGES.put("german", new Entry(GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new));
        LANGUAGES.put("greek", new Entry(GreekAnalyzer.getDefaultStopSet(), (stop, none) -> new GreekAnalyzer(stop)));
        LANGUAGES.put("hindi", new Entry(HindiAnalyzer.getDefaultStopSet(), HindiAnalyzer::new));
        LANGUAGES.put("hungarian", new Entry(HungarianAnalyzer.getDefaultStopSet(), HungarianAnalyzer::new));
        LANGUAGES.put("indonesian", new Entry(IndonesianAnalyzer.getDefaultStopSet(), IndonesianAnalyzer::new));
        LANGUAGES.put("irish", new Entry(IrishAnalyzer.getDefaultStopSet(), IrishAnalyzer::new));
        LANGUAGES.put("italian", new Entry(ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new));
        LANGUAGES.put("latvian", new Entry(LatvianAnalyzer.getDefaultStopSet(), LatvianAnalyzer::new));
        LANGUAGES.put("lithuanian", new Entry(LithuanianAnalyzer.getDefaultStopSet(), LithuanianAnalyzer::new));
        LANGUAGES.put("norwegian", new Entry(NorwegianAnalyzer.getDefaultStopSet(), NorwegianAnalyzer::new));
        LANGUAGES.put("persian", new Entry(PersianAnalyzer.getDefaultStopSet(), (stop, none) -> new PersianAnalyzer(stop)));
        LANGUAGES.put("portuguese", new Entry(PortugueseAnalyzer.getDefaultStopSet(), PortugueseAnalyzer::new));
        LANGUAGES.put("romanian", new Entry(RomanianAnalyzer.getDefaultStopSet(), RomanianAnalyzer::new));
        LANGUAGES.put("russian", new Entry(RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new));
        LANGUAGES.put("serbian", new Entry(SerbianAnalyzer.getDefaultStopSet(), SerbianAnalyzer::new));
        LANGUAGES.put("sorani", new Entry(SoraniAnalyzer.getDefaultStopSet(), SoraniAnalyzer::new));
        LANGUAGES.put("spanish", new Entry(SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new));
        LANGUAGES.put("swedish", new Entry(SwedishAnalyzer.getDefaultStopSet(), SwedishAnalyzer::new));
        LANGUAGES.put("thai", new Entry(ThaiAnalyzer.getDefaultStopSet(), (stop, none) -> new ThaiAnalyzer(stop)));
        LANGUAGES.put("turkish", new Entry(TurkishAnalyzer.getDefaultStopSet(), TurkishAnalyzer::new));
    }

    private Analyzers() {}

    static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> byName() {
        Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all = new TreeMap<>();
        LANGUAGES.forEach((language, entry) -> all.put(language, (index, env, name, settings) -> {
            CharArraySet unstemmed = Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET);
            return provider(name, settings, entry.language.of(stopwords(env, settings, entry.stopwords), unstemmed));
        }));
        all.put("keyword", (index, env, name, settings) -> provider(name, settings, new KeywordAnalyzer()));
        all.put("simple", (index, env, name, settings) -> provider(name, settings, new SimpleAnalyzer()));
        all.put("whitespace", (index, env, name, settings) -> provider(name, settings, new WhitespaceAnalyzer()));
        all.put("stop", (index, env, name, settings) ->
            provider(name, settings, new StopAnalyzer(stopwords(env, settings, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET))));
        all.put("pattern", (index, env, name, settings) ->
            provider(name, settings, ComposedAnalyzers.pattern(settings, stopwords(env, settings, CharArraySet.EMPTY_SET))));
        all.put("fingerprint", (index, env, name, settings) ->
            provider(name, settings, ComposedAnalyzers.fingerprint(settings, stopwords(env, settings, CharArraySet.EMPTY_SET))));
        return all;
    }

    /** Those that need no definition; the server itself has `standard`, `simple`, `stop`, `whitespace` and `keyword`. */
    static List<PreBuiltAnalyzerProviderFactory> readyMade() {
        List<PreBuiltAnalyzerProviderFactory> all = new java.util.ArrayList<>();
        LANGUAGES.forEach((language, entry) -> all.add(new PreBuiltAnalyzerProviderFactory(
            language, CachingStrategy.LUCENE, () -> entry.language.of(entry.stopwords, CharArraySet.EMPTY_SET))));
        all.add(new PreBuiltAnalyzerProviderFactory(
            "pattern", CachingStrategy.INDEX, () -> ComposedAnalyzers.pattern(Settings.EMPTY, CharArraySet.EMPTY_SET)));
        return all;
    }

    private static CharArraySet stopwords(Environment env, Settings settings, CharArraySet unset) {
        return Analysis.parseStopWords(env, settings, unset);
    }

    private static AnalyzerProvider<Analyzer> provider(String name, Settings settings, Analyzer analyzer) {
        return new AbstractIndexAnalyzerProvider<>(name, settings) {
            @Override
            public Analyzer get() {
                return analyzer;
            }
        };
    }
}
