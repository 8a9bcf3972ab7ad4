package io.carillon.cleanse.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.SharedData;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples that libphonenumber's own description of the world's numbers gives. */
class PhoneDataSetTest {
    private final PhoneCleanser cleanser = new PhoneCleanser();

    @Test
    void everyExampleIsOfItsRegionAndType() {
        List<String> others = new ArrayList<>();
        int cases = 0;

        for (String line : SharedData.lines("phone-numbers/example_numbers_open.csv").stream()
                .skip(1)
                .toList()) {
            String[] row = line.split(",", -1);
            Hints hints = row[0].equals("001") ? Hints.NONE : Hints.NONE.withCountry(row[0]);
            List<String> forms = new ArrayList<>(List.of("+" + row[1] + row[3], "00" + row[1] + " " + row[3]));
            if (hints.country().isPresent()) forms.add(row[5] + row[3]);
            if (hints.country().isPresent()) forms.add(row[3]);
            for (String form : forms) {
                cases++;
                Cleansed cleansed = cleanser.cleanse(form, hints);
                if (!cleansed.isValid()
                        || !(cleansed.value() instanceof Value.Fields fields)
                        || !fields.text("country").equals(java.util.Optional.of(row[0]))
                        || !fits(row[2], fields.text("type").orElse(""))) {
                    others.add(form + " of " + line + ": " + cleansed.toValue());
                }
            }
        }

        System.out.printf("phone numbers: %d of %d forms are of their region and type%n", cases - others.size(), cases);
        if (Boolean.getBoolean("carillon.print")) others.forEach(System.out::println);
        assertThat(others).hasSizeLessThanOrEqualTo(cases / 100);
    }

    /** In North America nobody can tell a mobile number from another. */
    private static boolean fits(String expected, String type) {
        return type.equals(expected)
                || (type.equals("fixedLineOrMobile") && (expected.equals("fixedLine") || expected.equals("mobile")));
    }
}
