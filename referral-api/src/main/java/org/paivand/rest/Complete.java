package org.paivand.rest;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;

/** Jackson fills what was not sent with null; a wire record says by {@link Optional} what may be missing, and all else must be there. */
final class Complete {
    private Complete() {}

    /**
     * Returns if no member that must be there is missing.
     *
     * @throws ProblemException naming each missing member by its pointer
     */
    static void require(Record read) {
        List<RequestError> missing = new ArrayList<>();
        collect(read, "", missing);
        if (!missing.isEmpty()) {
            throw ProblemException.invalid(missing);
        }
    }

    private static void collect(@Nullable Object value, String pointer, List<RequestError> missing) {
        if (value == null) {
            missing.add(new RequestError(pointer, "required"));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> collect(present, pointer, missing));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), pointer + "/" + i, missing);
            }
        } else if (value instanceof Record read) {
            for (RecordComponent member : read.getClass().getRecordComponents()) {
                collect(member(read, member), pointer + "/" + member.getName(), missing);
            }
        }
    }

    private static @Nullable Object member(Record read, RecordComponent member) {
        try {
            return member.getAccessor().invoke(read);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a wire record must be public", impossible);
        }
    }
}
