@echo off
rem Open the page: of the folder that was dropped on this file, else of the one in which it lies.
rem ASCII only: the code page of the console is not known before chcp.
setlocal
set JIXIAO_WORK=%~1
if not defined JIXIAO_WORK set JIXIAO_WORK=%~dp0.
set JIXIAO=
for %%p in ("%~dp0jixiao\Scripts\jixiao.exe" "%USERPROFILE%\jixiao\Scripts\jixiao.exe") do (
  if not defined JIXIAO if exist "%%~p" set JIXIAO=%%~p
)
if defined JIXIAO goto start
if not exist "%~dp0install.cmd" goto missing
call "%~dp0install.cmd" "%USERPROFILE%\jixiao"
if exist "%USERPROFILE%\jixiao\Scripts\jixiao.exe" set JIXIAO=%USERPROFILE%\jixiao\Scripts\jixiao.exe
if not defined JIXIAO goto missing
:start
chcp 65001 >nul
"%JIXIAO%" serve "%JIXIAO_WORK%"
if errorlevel 1 pause
exit /b %errorlevel%
:missing
chcp 65001 >nul
type "%~dp0no-python.txt"
pause
exit /b 1
