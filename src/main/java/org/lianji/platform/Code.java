package org.lianji.platform;

import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpStatus;

/** A stable name of a fault, one enum per module; clients decide by it, never by the prose. */
public interface Code {

    /** {@return the code as clients see it, never reused for another meaning} */
    String name();

    /** {@return which of the five kinds of fault it is} */
    ErrorType type();

    /** {@return what HTTP calls the fault: as its kind is called, unless the code knows better} */
    default HttpStatus httpStatus() {
        return switch (type()) {
            case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INTERNAL_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /**
     * {@return what went wrong and what to do, in Chinese; <code>{max}</code> stands for the detail
     * of that name}
     */
    String zh();

    /** {@return the same in English} */
    String en();
}
