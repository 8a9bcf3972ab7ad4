package io.carillon.server.api;

import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;

/** What {@code doctor} says of a running server. */
public final class DoctorApi {
    private final Examination examination;

    /** Looks everything over. */
    @FunctionalInterface
    public interface Examination {
        /**
         * What was found, as {@code /api/doctor} answers it.
         *
         * @param whole also reads every block of the store
         */
        Value.Fields of(boolean whole);
    }

    public DoctorApi(Examination examination) {
        this.examination = examination;
    }

    public void addTo(Api api) {
        api.get("/api/doctor", request -> {
            boolean whole = request.query("whole").filter("true"::equals).isPresent();
            return Answer.json(200, examination.of(whole));
        });
    }
}
