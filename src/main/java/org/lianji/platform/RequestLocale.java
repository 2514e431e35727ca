package org.lianji.platform;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import java.util.List;
import java.util.Locale;

/** The caller's language: Chinese, unless English comes before it in {@code Accept-Language}. */
@Component("localeResolver")
public final class RequestLocale extends AcceptHeaderLocaleResolver {

    RequestLocale() {
        setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
        setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    }
}
