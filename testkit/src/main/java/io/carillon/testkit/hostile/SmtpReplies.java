package io.carillon.testkit.hostile;

import io.carillon.testkit.property.Chance;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a server that means harm, or is broken, says to a mail client. */
public final class SmtpReplies {
    private static final List<String> RIGHT = List.of(
            "220 mail.example ESMTP\r\n",
            "250 OK\r\n",
            "250-mail.example\r\n250-PIPELINING\r\n250-SIZE 1000000\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "354 go on\r\n",
            "235 welcome\r\n",
            "334 \r\n",
            "221 bye\r\n");
    private static final List<String> ODD = List.of(
            "",
            "\r\n",
            "\n",
            "250\r\n",
            "250 \n",
            "250-\r\n250\r\n",
            "250-never ends\r\n",
            "250_x\r\n",
            "25\r\n",
            "999 x\r\n",
            "000 x\r\n",
            "100 x\r\n",
            "354 x\r\n354 x\r\n354 x\r\n",
            "421 bye\r\n",
            "450 4.9999.1 x\r\n",
            "450 " + "4.".repeat(400) + "\r\n",
            "451 4.7.1 greylisted, try again in 999999999999999 seconds\r\n",
            "550 5.1.1 no such user\r\n",
            "552 5.3.4 too big\r\n",
            "554 \u001b[2J\u0007\u202e\r\n",
            "250-SIZE 99999999999999999999\r\n250 SIZE -1\r\n",
            "250-SIZE\r\n250-AUTH\r\n250-AUTH=PLAIN LOGIN\r\n250 STARTTLS\r\n",
            "250-\u0130 \u00df\r\n250 \uD83D\uDE00\r\n",
            "HTTP/1.1 200 OK\r\n\r\n",
            "250 OK\r\n250 OK\r\n250 OK\r\n250 OK\r\n250 OK\r\n");

    private SmtpReplies() {}

    /** All that a server says in one session, whatever it is asked. */
    public static byte[] session(Chance chance) {
        var said = new StringBuilder();
        List<String> right =
                List.of(RIGHT.get(0), RIGHT.get(2), RIGHT.get(1), RIGHT.get(1), RIGHT.get(3), RIGHT.get(1));
        int wrongFrom = chance.between(0, right.size());
        for (int i = 0; i < wrongFrom; i++) said.append(right.get(i));
        for (int i = chance.between(0, 5); i > 0; i--) said.append(chance.pick(chance.chance(0.6) ? ODD : RIGHT));
        if (chance.chance(0.03)) said.append("250-x\r\n".repeat(10_000));
        if (chance.chance(0.03)) said.append("250 ").append("x".repeat(100_000));
        byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
        return chance.chance(0.3) ? Damage.of(bytes, chance) : bytes;
    }
}
