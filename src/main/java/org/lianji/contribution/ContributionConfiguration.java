package org.lianji.contribution;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ContributionSettings.class)
class ContributionConfiguration {}
