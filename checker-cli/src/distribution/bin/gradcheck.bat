@echo off
rem Runs gradcheck from wherever it was unpacked.
setlocal
set "JAVA=java"
if exist "%~dp0..\java\bin\java.exe" (set "JAVA=%~dp0..\java\bin\java.exe") else if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo gradcheck: no Java was found; install Java 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 2
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2 -XX:+UseSerialGC %GRADCHECK_JAVA_OPTIONS% -jar "%~dp0..\lib\gradcheck.jar" %*
exit /b %ERRORLEVEL%
