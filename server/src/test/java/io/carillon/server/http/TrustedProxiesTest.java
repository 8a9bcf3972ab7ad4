package io.carillon.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                10.0.0.0/8    | 10.1.2.3    | 203.0.113.9             | 203.0.113.9
                10.0.0.0/8    | 11.1.2.3    | 203.0.113.9             | 11.1.2.3
                10.0.0.0/8    | 10.1.2.3    | 6.6.6.6, 203.0.113.9    | 203.0.113.9
                10.0.0.0/8    | 10.1.2.3    | 203.0.113.9, 10.9.9.9   | 203.0.113.9
                10.0.0.0/8    | 10.1.2.3    | somebody                | 10.1.2.3
                10.0.0.0/8    | 10.1.2.3    | 10.0.0.4                | 10.0.0.4
                172.16.0.0/12 | 172.31.0.1  | 203.0.113.9             | 203.0.113.9
                172.16.0.0/12 | 172.32.0.1  | 203.0.113.9             | 172.32.0.1
                fd00::/8      | fd12:0:0:0:0:0:0:1 | 2001:db8:0:0:0:0:0:1 | 2001:db8:0:0:0:0:0:1
                10.0.0.1      | 10.0.0.1    | 203.0.113.9             | 203.0.113.9
                """)
    void theCallerIsTheNearestThatIsNoTrustedProxy(String range, String peer, String forwarded, String caller) {
        var proxies = TrustedProxies.of(List.of(range));

        InetAddress found = proxies.caller(InetAddress.ofLiteral(peer), Optional.of(forwarded));

        assertThat(found.getHostAddress()).isEqualTo(caller);
    }

    @Test
    void withoutTheHeaderItIsTheOtherEnd() {
        assertThat(TrustedProxies.of(List.of("::/0")).caller(InetAddress.ofLiteral("::1"), Optional.empty()))
                .isEqualTo(InetAddress.ofLiteral("::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10/8x"})
    void whatIsNoRangeIsNamed(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }
}
