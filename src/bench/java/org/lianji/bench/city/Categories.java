package org.lianji.bench.city;

import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of the 48 categories, in the order of the schema. */
final class Categories {

    private static final String ABOUT_SOMEBODY =
            "recordNo,idNumber,personName,observedAt,validFrom,validTo";
    private static final String ABOUT_NOBODY = "recordNo,observedAt,validFrom,validTo";

    private static final String ITEMS =
            """
            MZ01 householdNo,memberIdNumbers,area,memberCount,monthlyAmount,payMode,classUplift,\
            startMonth,reviewCycle,status,gradualExitUntil
            MZ02 supportForm,selfCare,sixItems,institutionUscc,caregiverIdNo,basicAmount,\
            careAmount,\
            startMonth,status,stopReason
            MZ03 householdNo,memberIdNumbers,perCapitaIncome,incomeRatio,singleApplicantIdNos,\
            recognisedOn,validUntil,status
            MZ04 householdNo,memberIdNumbers,livingExp,medicalExp,educationExp,rehabExp,\
            incomeTotal,\
            ratio,lookbackMonths,recognisedOn,validUntil
            MZ05 kind,cause,reliefFirst,occurredRegion,amount,goods,grantedAt,paperworkDueOn,\
            paperworkDoneOn,referral
            MZ06 tempPersonNo,identified,foundAt,foundRegion,station,services,returnedOn,settledOn
            MZ07 childType,guardianIdNo,guardianState,monthlyAmount,childSupervisor,harmType
            MZ08 kind,amount,certNo,startMonth,status
            MZ09 kind,ability,amount,institutionUscc,startMonth,status
            MZ10 action,spouseIdNo,registeredOn,office
            MZ11 diedOn,crematedOn,site,feeWaived
            MZ12 requestNo,caseNo,consentNo,sources,deposits,securities,insurance,taxedIncome,\
            overLimit,conclusion,issuedOn,validUntil
            MZ13 policyNo,title,assistanceType,region,standard,conditions,materials,channel,\
            hotline,\
            docNo,effectiveFrom,effectiveTo
            MZ14 providerUscc,project,form,serviceType,units,value,deliveredOn,needNo,satisfaction
            JY01 schoolCode,stage,grade,state,boarding,feeLevel,enrolledOn
            JY02 difficultyType,level,academicYear,recognisedOn
            JY03 programme,term,amount,paidOn
            JY04 risk,placement,visits,lastVisitOn
            RS01 state,registeredOn,reason,employerUscc,jobOffersRefused,zeroEmploymentHousehold
            RS02 scheme,employerUscc,base,paidThrough,state
            RS03 scheme,monthlyPension,basicPension,startMonth,state
            RS04 monthlyAmount,months,from,to
            RS05 measure,postName,region,subsidy,from,to
            ZJ01 form,address,areaM2,rent,subsidy,from,to,state
            ZJ02 grade,year,subsidy,completedOn
            ZJ03 base,monthlyDeposit,balance,lastWithdrawalOn,loanBalance,state
            WJ01 certNo,diedOn,issuer,causeGroup
            WJ02 diseaseGroup,diagnosedOn,hospital,familyDoctorSigned
            WJ03 kind,subsidy,since
            WJ04 riskGrade,guardianIdNo,managed,needsCare
            YJ01 disasterNo,phase,lossTypes,headcount,amount,goods,from,to
            YJ02 disasterNo,damage,rooms,subsidy,noticeFrom,completedOn
            YB01 scheme,year,insured,subsidyKind,subsidy
            YB02 settleNo,kind,total,baseFund,seriousFund,aid,selfPay,settledOn
            YB03 windowMonths,selfPayTotal,threshold,exceeded,diseaseGroup
            YB04 diseaseCode,approvedOn,validUntil,annualCap
            NM01 kind,riskTypes,identifiedOn,riskCleared,clearedOn,helper
            NM02 contractNo,landMu,pastureMu,transferred,transferIncome
            NM03 item,year,amount,paidOn,cardTail
            CL01 certNo,type,grade,issuedOn,validUntil,state
            CL02 item,amount,selfPay,deliveredOn,institutionUscc
            CL03 kind,subsidy,completedOn,institutionUscc
            GA01 hukouNo,relationToHead,hukouRegion,hukouType,name,sex,birthDate,nation
            GA02 reason,cancelledOn,office
            GA03 plateTail,vehicleType,usage,registeredOn,value,state
            GA04 permitNo,liveRegion,from,validUntil,reason
            ZR01 unitNo,right,share,areaM2,usage,address,registeredOn,mortgaged,lastTransferOn
            SJ01 uscc,entityName,entityType,role,capital,state,registeredOn
            """;

    private static final Map<String, String> HEADERS = headers();

    private Categories() {}

    static Iterable<String> codes() {
        return HEADERS.keySet();
    }

    static String header(String code) {
        return (isAboutSomebody(code) ? ABOUT_SOMEBODY : ABOUT_NOBODY) + "," + HEADERS.get(code);
    }

    /** {@return whether its records name a person: all but the policies} */
    static boolean isAboutSomebody(String code) {
        return !code.equals("MZ13");
    }

    private static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        ITEMS.lines().forEach(line -> headers.put(line.substring(0, 4), line.substring(5)));
        return headers;
    }
}
