package org.lianji.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.lianji.api.Refusals;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Locale;
import java.util.Map;

/** Answers for requests that found no controller, or whose controller failed. */
@Controller
final class RefusalController implements ErrorController {

    private final Faults faults;

    RefusalController(Faults faults) {
        this.faults = faults;
    }

    /** {@return the refusal, or nothing where an answer has begun: it is cut, and gets no other} */
    @RequestMapping("/error")
    @Nullable ResponseEntity<Map<String, Object>> refused(
            HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (response.isCommitted()) {
            return null;
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return Refusals.answer(path, problem(request), locale);
    }

    private Problem problem(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                ? faults.problem(cause)
                : new Problem(PlatformCode.of(HttpStatus.resolve(statusOf(request))));
    }

    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : 404;
    }
}
