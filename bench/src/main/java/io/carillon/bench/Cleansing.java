package io.carillon.bench;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Cleansers;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One value of each kind, in turn of some that shops have: {@code ./carillon bench micro cleanse}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class Cleansing {
    private static final Hints HINTS = Hints.NONE.withCountry("US");

    @Param
    private Kind kind = Kind.NAME;

    private Cleanser cleanser = Cleansers.of(kind);
    private List<String> values = values(kind);
    private int next;

    @Setup
    public void take() {
        cleanser = Cleansers.of(kind);
        values = values(kind);
    }

    /** From the text to its one form. */
    @Benchmark
    public Cleansed value() {
        next = (next + 1) % values.size();
        return cleanser.cleanse(values.get(next), HINTS);
    }

    private static List<String> values(Kind kind) {
        return switch (kind) {
            case NAME ->
                List.of(
                        "John Smith",
                        "Dr. Anna Schmidt",
                        "JOHN DOE",
                        "maria garcia lopez",
                        "O'Brien, Patrick",
                        "Jean-Pierre Dupont",
                        "Ludwig van Beethoven",
                        "Mary J. Watson",
                        "Robert Downey Jr.",
                        "Müller, Hans",
                        "William (Bill) Gates",
                        "Acme Corp.");
            case EMAIL ->
                List.of(
                        "ada@example.org",
                        "John.Smith@gmail.com",
                        "info@acme-tools.de",
                        "anna.schmidt+news@outlook.com",
                        " Tom@Yahoo.com ");
            case PHONE -> List.of("+49 30 901820", "+14155552671", "(415) 555-2671", "+44 20 7946 0958");
            case COUNTRY -> List.of("DE", "Germany", "United States", "USA", "France", "gb", "Deutschland");
            case REGION -> List.of("US-CA", "California", "TX", "new york", "Florida");
            case LANGUAGE -> List.of("de", "en-US", "English", "fr_FR", "Deutsch");
            case CURRENCY -> List.of("EUR", "usd", "$", "Euro", "£");
            case MONEY -> List.of("12.50 EUR", "$1,299.00", "1.299,50 €", "19.99", "GBP 5");
            case DATE -> List.of("2024-05-31", "31.05.2024", "05/31/2024", "May 31, 2024", "2024-05-31T14:30:00Z");
            case ADDRESS ->
                List.of(
                        "123 Main St, Springfield, IL 62701",
                        "456 Oak Avenue Apt 5, Austin, TX 78701",
                        "Hauptstr. 5, 10115 Berlin, Germany");
            case GENDER -> List.of("male", "F", "female", "divers");
            case BOOLEAN -> List.of("true", "yes", "0", "N");
            case URL -> List.of("https://example.org/", "http://www.example.com/a?b=c", "example.org");
            case NUMBER -> List.of("12", "1299.50", "1,299", "-3.5", "12.5%");
            case TIMEZONE -> List.of("Europe/Berlin", "America/New_York", "UTC", "+02:00", "EST");
        };
    }
}
