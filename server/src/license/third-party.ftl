<#-- Template of THIRD-PARTY.md, filled by license-maven-plugin. dependencyMap: entries of library -> its licences. -->
# Third-party libraries

What ships with Carillon beside its own code, with the licences each library names. Where there are several, any one may be chosen.
The build writes this file, and fails when a library has none of the licences that `pom.xml` allows (license-maven-plugin).

| library | version | licence |
| --- | --- | --- |
<#list dependencyMap as e>
<#assign library = e.getKey()>
<#if library.groupId != "io.carillon">
| `${library.groupId}:${library.artifactId}` | ${library.version} | ${e.getValue()?sort?join(", ")} |
</#if>
</#list>
