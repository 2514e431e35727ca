package org.lianji.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows unsafe settings as a list instead of a stack trace. */
final class UnsafeSettingsAnalyzer extends AbstractFailureAnalyzer<UnsafeSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeSettings cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Set what is missing, by environment variables or a file, or try the hub out with"
                        + " lianji.mode=demo.",
                cause);
    }
}
