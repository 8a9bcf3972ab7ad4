package io.carillon.cleanse.email;

import io.carillon.cleanse.text.Recent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an address probably should have been. A guess to show, never to act on. */
final class Typos {
    /** The large providers, the larger first: of two that are equally near the larger is meant. */
    private static final List<String> LARGE = words("""
            gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com live.com msn.com comcast.net
            googlemail.com ymail.com gmx.de gmx.net web.de t-online.de freenet.de yahoo.de hotmail.de outlook.de
            yahoo.fr hotmail.fr orange.fr wanadoo.fr laposte.net free.fr sfr.fr outlook.fr yahoo.co.uk
            hotmail.co.uk btinternet.com live.co.uk outlook.es hotmail.es yahoo.es hotmail.it libero.it
            virgilio.it yahoo.it outlook.it yahoo.com.br hotmail.com.br uol.com.br bol.com.br terra.com.br
            ziggo.nl hotmail.nl planet.nl telenet.be skynet.be bluewin.ch wp.pl onet.pl interia.pl mail.ru
            yandex.ru rambler.ru seznam.cz qq.com 163.com 126.com naver.com daum.net hanmail.net yahoo.co.jp
            docomo.ne.jp ezweb.ne.jp softbank.ne.jp yahoo.co.in rediffmail.com protonmail.com proton.me
            fastmail.com verizon.net sbcglobal.net bellsouth.net charter.net rocketmail.com att.net bigpond.com
            shaw.ca rogers.com sympatico.ca zoho.com
            """);

    /** Domains that exist and look like a slip of another. */
    private static final Set<String> KNOWN = Set.copyOf(words("""
            mail.com email.com gmx.com gmx.at gmx.ch gmx.fr gmx.co.uk me.com mac.com live.de live.fr live.nl
            live.it live.se live.dk live.ca live.be email.de email.cz mail.de mail.ee fmail.com hmail.com
            inmail.com gmail.ru bmail.ru list.ru inbox.ru bk.ru ya.ru yandex.com yandex.by yandex.kz yandex.ua
            yahoo.ca yahoo.in yahoo.se yahoo.dk yahoo.no yahoo.ie yahoo.at yahoo.gr yahoo.ro yahoo.pl
            yahoo.com.mx yahoo.com.ar yahoo.com.au yahoo.com.tr yahoo.com.tw yahoo.com.hk yahoo.com.sg
            yahoo.com.ph yahoo.com.vn yahoo.co.id hotmail.ca hotmail.be hotmail.se hotmail.dk hotmail.no
            hotmail.fi hotmail.ch hotmail.at hotmail.gr hotmail.cz hotmail.co.il hotmail.co.jp hotmail.co.th
            hotmail.com.ar hotmail.com.tr hotmail.com.au outlook.at outlook.be outlook.cl outlook.cz outlook.dk
            outlook.ie outlook.jp outlook.kr outlook.pt outlook.sa outlook.ph outlook.in outlook.hu
            outlook.com.br outlook.com.au outlook.com.ar outlook.com.tr pm.me protonmail.ch fastmail.fm zoho.eu
            zoho.in vk.com o2.pl tlen.pl libero.com free.com planet.com charter.com proton.com verizon.com
            comcast.com orange.com yeah.net sina.com sohu.com foxmail.com qq.net aim.com netscape.net
            earthlink.net
            """));

    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern SLIPS = Pattern.compile("[,;\\s]+");

    /** Top-level domains to slip from, the larger first. */
    private static final List<String> LARGE_ENDS = List.of("com", "net", "org", "edu", "gov", "info", "biz");

    /** Real ones that are near to those. */
    private static final Set<String> REAL_ENDS = Set.copyOf(words("""
            cam com net bet pet vet new nec org ong edu gov gop got goo info biz bid bio bit eu uk su ac int inc
            ink co
            """));

    /** A shorter name is too near to too many. */
    private static final int NAME_LENGTH_MIN = 5;

    /** Shops' customers are at few domains. */
    private static final Recent<Optional<String>> MEANT = new Recent<>(1 << 12, Typos::meant);

    private Typos() {}

    /** The whole address with the domain that was probably meant; empty when the domain is as good as any. */
    static Optional<String> suggestion(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || (at != text.indexOf('@') && text.charAt(0) != '"')) return Optional.empty();
        String domain = SLIPS.matcher(text.substring(at + 1)).replaceAll(".").toLowerCase(Locale.ROOT);
        boolean slipped = !domain.equals(text.substring(at + 1).toLowerCase(Locale.ROOT));
        Optional<String> meant = MEANT.of(domain);
        if (meant.isEmpty() && slipped && LARGE.contains(domain)) meant = Optional.of(domain);
        return meant.map(name -> text.substring(0, at + 1) + name)
                .filter(address -> EmailAddresses.normalise(address).isPresent());
    }

    private static Optional<String> meant(String domain) {
        if (domain.length() > 60 || LARGE.contains(domain) || KNOWN.contains(domain)) return Optional.empty();
        Optional<String> provider = provider(domain);
        return provider.isPresent() ? provider : ending(domain);
    }

    private static Optional<String> provider(String domain) {
        return LARGE.stream()
                .filter(large -> isNear(domain, large))
                .min(Comparator.comparingInt(large -> Damerau.distance(domain, large)));
    }

    private static boolean isNear(String domain, String large) {
        String largeName = name(large);
        String name = name(domain);
        if (domain.indexOf('.') < 0) {
            return (domain.equals(largeName) && LARGE.indexOf(large) < 5)
                    || (Damerau.atLeast(domain, large) <= 1 && Damerau.distance(domain, large) == 1);
        }
        // gmail and icloud have one domain each, the others one in most countries.
        if (name.equals(largeName) && (large.equals("gmail.com") || large.equals("icloud.com"))) return true;
        if (Math.abs(domain.length() - large.length()) > 2 || Damerau.atLeast(name, largeName) > 2) return false;
        int inName = Damerau.distance(name, largeName);
        if (inName > 0 && largeName.length() < NAME_LENGTH_MIN) return false;
        int inEnd = Damerau.distance(domain.substring(name.length()), large.substring(largeName.length()));
        boolean wrongEnd = inEnd == 1 && (!isReal(domain) || (large.endsWith(".com") && isCutShort(domain)));
        return switch (inName) {
            case 0 -> wrongEnd;
            case 1 -> inEnd == 0 || wrongEnd;
            // The first letter is the one that is hardly ever wrong.
            case 2 -> inEnd == 0 && largeName.length() >= 7 && name.charAt(0) == largeName.charAt(0);
            default -> false;
        };
    }

    /** They exist, and who writes to a large provider there has lost a letter. */
    private static boolean isCutShort(String domain) {
        return domain.endsWith(".co") || domain.endsWith(".cm") || domain.endsWith(".om");
    }

    private static boolean isReal(String domain) {
        String end = domain.substring(domain.lastIndexOf('.') + 1);
        return COUNTRIES.contains(end) || REAL_ENDS.contains(end);
    }

    private static String name(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    /** {@code shop.con} to {@code shop.com}: the end does not exist, and is one slip from one that does. */
    private static Optional<String> ending(String domain) {
        int dot = domain.lastIndexOf('.');
        if (dot < 1 || isReal(domain)) return Optional.empty();
        String end = domain.substring(dot + 1);
        if (end.length() < 3) return Optional.empty();
        return LARGE_ENDS.stream()
                .filter(large -> Damerau.distance(end, large) == 1)
                .findFirst()
                .map(large -> domain.substring(0, dot + 1) + large);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
