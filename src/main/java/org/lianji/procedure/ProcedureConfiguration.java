package org.lianji.procedure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(CalendarSettings.class)
class ProcedureConfiguration {}
