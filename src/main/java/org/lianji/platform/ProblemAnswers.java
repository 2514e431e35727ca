package org.lianji.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells faults where the answer is no GraphQL: problem details (RFC 9457) with the hub's code, in
 * the caller's language, and nothing of the address, which may hold anything.
 */
@RestControllerAdvice
public final class ProblemAnswers {

    private static final Map<HttpStatus, String> TITLES =
            Map.ofEntries(
                    Map.entry(HttpStatus.BAD_REQUEST, "请求有误"),
                    Map.entry(HttpStatus.UNAUTHORIZED, "未登录"),
                    Map.entry(HttpStatus.FORBIDDEN, "没有权限"),
                    Map.entry(HttpStatus.NOT_FOUND, "没有找到"),
                    Map.entry(HttpStatus.METHOD_NOT_ALLOWED, "方法不被接受"),
                    Map.entry(HttpStatus.NOT_ACCEPTABLE, "给不出所要的格式"),
                    Map.entry(HttpStatus.CONFLICT, "与已有的相冲突"),
                    Map.entry(HttpStatus.GONE, "已不再提供"),
                    Map.entry(HttpStatus.CONTENT_TOO_LARGE, "内容过大"),
                    Map.entry(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "格式不被接受"),
                    Map.entry(HttpStatus.TOO_MANY_REQUESTS, "请求过多"),
                    Map.entry(HttpStatus.INTERNAL_SERVER_ERROR, "系统故障"),
                    Map.entry(HttpStatus.SERVICE_UNAVAILABLE, "暂时不可用"));

    private final Faults faults;

    ProblemAnswers(Faults faults) {
        this.faults = faults;
    }

    /**
     * {@return the fault, told}
     *
     * @throws Exception the fault, where an answer has begun: the connection is cut, lest it look
     *     whole. The container calls an answer begun too where a request was cut, and takes one.
     */
    @ExceptionHandler({RuntimeException.class, ServletException.class})
    ResponseEntity<Map<String, Object>> fault(
            Exception fault, HttpServletResponse response, Locale locale) throws Exception {
        Problem problem = faults.problem(fault);
        if (response.isCommitted() && problem.code() != PlatformCode.REQUEST_CUT) {
            throw fault;
        }
        return answer(problem, locale);
    }

    public static ResponseEntity<Map<String, Object>> answer(Problem problem, Locale locale) {
        return ResponseEntity.status(problem.code().httpStatus())
                .headers(headers -> headers.putAll(Faults.headers(problem)))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(problem, locale));
    }

    static Map<String, Object> body(Problem problem, Locale locale) {
        HttpStatus status = problem.code().httpStatus();
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "title",
                english
                        ? status.getReasonPhrase()
                        : TITLES.getOrDefault(status, status.getReasonPhrase()));
        body.put("status", status.value());
        body.put("detail", Faults.message(problem, locale));
        body.putAll(Faults.extensions(problem));
        return body;
    }
}
