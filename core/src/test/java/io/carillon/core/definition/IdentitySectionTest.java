package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.identity.IdentifierLimits;
import io.carillon.core.identity.IdentifierLimits.Limit;
import io.carillon.core.identity.IdentityRules;
import io.carillon.core.identity.Junk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentitySectionTest {
    @Test
    void aWorkspaceThatSaysNothingHasTheDefaults() {
        assertThat(rules("")).isEqualTo(IdentityRules.DEFAULT);
    }

    @Test
    void readsEveryKey() {
        IdentityRules rules = rules("""
                country: DE
                identity:
                  limits:
                    email: 5
                    device: {max: 5, within: 30d}
                    anonymous: [{max: 50, within: 7d}, {max: 500}]
                  junk:
                    values: [Demo, 0815]
                    patterns: ['(?i)qa-[0-9]+']
                    roleAddresses: [info, kasse]
                """);

        IdentifierLimits limits = rules.limits();
        assertThat(rules.country()).contains("DE");
        assertThat(limits.of(IdentifierKind.EMAIL)).containsExactly(new Limit(5, Optional.empty()));
        assertThat(limits.of(IdentifierKind.DEVICE)).containsExactly(new Limit(5, Optional.of(Duration.ofDays(30))));
        assertThat(limits.of(IdentifierKind.ANONYMOUS))
                .containsExactly(new Limit(50, Optional.of(Duration.ofDays(7))), new Limit(500, Optional.empty()));
        assertThat(limits.of(IdentifierKind.PHONE)).isEqualTo(IdentifierLimits.DEFAULT.of(IdentifierKind.PHONE));
        assertThat(List.of("demo", "0815", "QA-17")).allMatch(rules.junk()::covers);
        assertThat(rules.junk().covers(new Identifier(IdentifierKind.EMAIL, "kasse@x.org")))
                .isTrue();
        assertThat(rules.junk().covers(new Identifier(IdentifierKind.EMAIL, "sales@x.org")))
                .isFalse();
    }

    @Test
    void roleAddressesAreTheBuiltInOnesOrNone() {
        assertThat(rules("identity: {junk: {roleAddresses: true}}").junk().roleAddresses())
                .isEqualTo(Junk.ROLE_ADDRESSES);
        assertThat(rules("identity: {junk: {roleAddresses: false}}").junk().roleAddresses())
                .isEmpty();
    }

    @Test
    void theExampleInTheDocumentationIsRight() throws IOException {
        String page = Files.readString(Path.of("../docs/identity.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        String example = page.substring(start, page.indexOf("```", start));

        Outcome outcome = Workspaces.read(Workspaces.with("workspace.yaml", example));

        assertThat(outcome).as(outcome.toString()).isInstanceOf(Outcome.Valid.class);
        assertThat(((Outcome.Valid) outcome).workspace().identity()).isNotEqualTo(IdentityRules.DEFAULT);
    }

    @Test
    void eachMistakeIsNamedWithItsPlace() {
        assertThat(problems("""
                country: Germany
                identity:
                  limit: {email: 5}
                  limits:
                    mail: 5
                    email: 0
                    phone: {within: 30d}
                    device: {max: 5, within: 30 days}
                  junk:
                    value: [x]
                    patterns: ['(', 'a{2000}']
                    roleAddresses: [info@x.org]
                """))
                .containsExactly(
                        "workspace.yaml:3:10: country \"Germany\" is not a country; expected two capital letters of ISO 3166, e.g. DE",
                        "workspace.yaml:5:3: unknown key \"limit\"; did you mean \"limits\"?",
                        "workspace.yaml:7:5: unknown key \"mail\"; did you mean \"email\"?",
                        "workspace.yaml:8:12: email \"0\" is not a whole number from 1 to 10000",
                        "workspace.yaml:9:12: \"max\" is missing; expected a whole number, e.g. 5",
                        "workspace.yaml:10:30: within \"30 days\" is not a duration; expected e.g. 2h, 3d",
                        "workspace.yaml:12:5: unknown key \"value\"; did you mean \"values\"?",
                        "workspace.yaml:13:16: patterns \"(\" is not a regular expression (RE2 syntax): missing closing )",
                        "workspace.yaml:13:21: patterns \"a{2000}\" is not a regular expression (RE2 syntax): invalid repeat count",
                        "workspace.yaml:14:21: roleAddresses \"info@x.org\" is an address; expected what stands before the @, e.g. info");
    }

    private static Outcome read(String more) {
        return Workspaces.read(Workspaces.with("workspace.yaml", "workspace: shop\ntimezone: Europe/Berlin\n" + more));
    }

    private static IdentityRules rules(String more) {
        Outcome outcome = read(more);
        assertThat(outcome).as(outcome.toString()).isInstanceOf(Outcome.Valid.class);
        return ((Outcome.Valid) outcome).workspace().identity();
    }

    private static List<String> problems(String more) {
        return ((Outcome.Invalid) read(more))
                .problems().stream().map(Problem::toString).toList();
    }
}
