package io.carillon.server.collect;

import io.carillon.server.http.Answer;
import io.carillon.server.http.Handler;
import io.carillon.server.http.Request;
import java.util.regex.Pattern;

/** Lets pages of any origin call the tracking routes: they carry a public key and no cookie. */
final class Cors {
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9, _-]{1,500}");
    private static final String USUAL_HEADERS = "Authorization, Content-Type, Content-Encoding";

    private Cors() {}

    static Handler open(Handler handler) {
        return request -> opened(handler.handle(request));
    }

    private static Answer opened(Answer answer) {
        return answer.with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Expose-Headers", "Retry-After, X-RateLimit-Reset");
    }

    static Answer preflight(Request request) {
        // "*" would not cover Authorization, so what is asked for is said back.
        String headers = request.header("Access-Control-Request-Headers")
                .filter(names -> HEADER_NAMES.matcher(names).matches())
                .orElse(USUAL_HEADERS);
        return Answer.empty(204)
                .with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .with("Access-Control-Allow-Headers", headers)
                .with("Access-Control-Max-Age", "86400");
    }
}
