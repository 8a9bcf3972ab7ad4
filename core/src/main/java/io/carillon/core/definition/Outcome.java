package io.carillon.core.definition;

import java.util.List;

/** What came of reading a workspace: all of it, or nothing. */
public sealed interface Outcome {
    /**
     * Everything could be read.
     *
     * @param warnings what works but is hardly meant, in order of file and place
     */
    record Valid(Workspace workspace, List<Problem> warnings) implements Outcome {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Something could not.
     *
     * @param problems all of them, at most {@link WorkspaceReader#PROBLEMS_MAX}, in order of file and place
     */
    record Invalid(List<Problem> problems) implements Outcome {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
