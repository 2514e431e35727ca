package org.lianji.means;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(OutsideSettings.class)
class MeansConfiguration {}
