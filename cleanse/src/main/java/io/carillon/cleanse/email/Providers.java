package io.carillon.cleanse.email;

import io.carillon.cleanse.text.Recent;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which addresses of the large providers are one mailbox. Of all other domains nothing is assumed.
 *
 * <p>Facts, as the providers' help pages say them: Gmail ignores dots and what follows a plus, googlemail.com is
 * gmail.com; Outlook.com, iCloud, Fastmail, Proton, Yandex, Zoho, Posteo, mailbox.org, HEY and Runbox ignore what follows
 * a plus; iCloud's me.com and mac.com are the icloud.com of the same person; Fastmail delivers anything@ada.fastmail.com
 * to ada; Proton ignores dots, hyphens and underscores, and its domains share the names; Yandex's domains do too and take
 * dots for hyphens; Yahoo's throw-away addresses are a base name, a hyphen and a word.
 */
final class Providers {
    private static final Pattern FASTMAIL_TAG = Pattern.compile("(.+)\\.(fastmail\\.(?:com|fm))");
    private static final Pattern LIVE = Pattern.compile(
            "(?:outlook|hotmail|live|msn)\\.(?:com|co)(?:\\.[a-z]{2})?" + "|(?:outlook|hotmail|live)\\.[a-z]{2}");
    private static final Pattern YAHOO =
            Pattern.compile("(?:yahoo\\.(?:com?\\.)?[a-z]{2,3}|ymail\\.com|rocketmail\\.com)");

    /** @param domain the name under which the provider's domains are one */
    private record Rule(String domain, UnaryOperator<String> local) {}

    private static final Rule GMAIL =
            new Rule("gmail.com", local -> before(local, '+').replace(".", ""));
    private static final Rule ICLOUD = new Rule("icloud.com", Providers::untagged);
    private static final Rule PROTON =
            new Rule("proton.me", local -> before(local, '+').replaceAll("[._-]", ""));
    private static final Rule YANDEX =
            new Rule("yandex.ru", local -> before(local, '+').replace('.', '-'));

    private static final Map<String, Rule> SHARED = Map.ofEntries(
            Map.entry("gmail.com", GMAIL),
            Map.entry("googlemail.com", GMAIL),
            Map.entry("icloud.com", ICLOUD),
            Map.entry("me.com", ICLOUD),
            Map.entry("mac.com", ICLOUD),
            Map.entry("proton.me", PROTON),
            Map.entry("protonmail.com", PROTON),
            Map.entry("protonmail.ch", PROTON),
            Map.entry("pm.me", PROTON),
            Map.entry("yandex.ru", YANDEX),
            Map.entry("yandex.com", YANDEX),
            Map.entry("yandex.by", YANDEX),
            Map.entry("yandex.kz", YANDEX),
            Map.entry("yandex.ua", YANDEX),
            Map.entry("ya.ru", YANDEX));

    private static final List<String> PLUS_ONLY = List.of(
            "fastmail.com",
            "fastmail.fm",
            "zoho.com",
            "posteo.de",
            "posteo.net",
            "mailbox.org",
            "hey.com",
            "runbox.com");

    private static final Recent<Rule> RULES = new Recent<>(1 << 10, Providers::rule);

    private Providers() {}

    static EmailAddress canonical(EmailAddress address) {
        if (address.isQuoted()) return address;
        var tagged = FASTMAIL_TAG.matcher(address.domain());
        if (address.domain().contains(".fastmail.") && tagged.matches())
            return canonical(new EmailAddress(before(tagged.group(1), '.'), tagged.group(2)));
        Rule rule = RULES.of(address.domain());
        String local = rule.local().apply(address.local());
        return local.isEmpty() ? address : new EmailAddress(local, rule.domain());
    }

    private static Rule rule(String domain) {
        Rule shared = SHARED.get(domain);
        if (shared != null) return shared;
        if (YAHOO.matcher(domain).matches()) return new Rule(domain, local -> before(local, '-'));
        boolean plus = PLUS_ONLY.contains(domain) || LIVE.matcher(domain).matches();
        return new Rule(domain, plus ? Providers::untagged : UnaryOperator.identity());
    }

    private static String untagged(String local) {
        return before(local, '+');
    }

    /** Idempotent: what is left has no such mark. A mark at the beginning stays. */
    private static String before(String local, char mark) {
        int at = local.indexOf(mark, 1);
        return at < 0 ? local : local.substring(0, at);
    }
}
