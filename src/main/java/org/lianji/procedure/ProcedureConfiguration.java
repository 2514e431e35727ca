package org.lianji.procedure;

import org.lianji.clocks.CalendarSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(CalendarSettings.class)
class ProcedureConfiguration {}
