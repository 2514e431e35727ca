package org.lianji.catalogue;

import org.lianji.platform.Code;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import java.util.List;

/** What can go wrong, for those who write front ends. */
@Controller
final class ErrorCodeController {

    private final List<ErrorCode> codes;

    ErrorCodeController(ErrorCodes codes) {
        this.codes = codes.all().stream().map(ErrorCode::of).toList();
    }

    /** A code as clients see it. */
    record ErrorCode(String code, String kind, int status, String zh, String en) {

        static ErrorCode of(Code code) {
            return new ErrorCode(
                    code.name(),
                    code.type().name(),
                    code.httpStatus().value(),
                    code.zh(),
                    code.en());
        }
    }

    @QueryMapping
    List<ErrorCode> errorCodes() {
        return codes;
    }
}
