@echo off
rem Find a Python that the wheels were gathered for, and let install.py do the work.
rem ASCII only: the code page of the console is not known before chcp.
setlocal
cd /d "%~dp0"
set JIXIAO_PYTHON=
for /f %%v in (pythons.txt) do (
  if not defined JIXIAO_PYTHON py -%%v -c "import ensurepip" >nul 2>nul && set JIXIAO_PYTHON=py -%%v
)
if not defined JIXIAO_PYTHON python -c "import ensurepip, sys; sys.exit('%%d.%%d' %% sys.version_info[:2] not in open('pythons.txt').read().split())" >nul 2>nul && set JIXIAO_PYTHON=python
if not defined JIXIAO_PYTHON goto missing
%JIXIAO_PYTHON% install.py %*
goto end
:missing
chcp 65001 >nul
type no-python.txt
cmd /c exit 1
:end
set JIXIAO_RESULT=%errorlevel%
if "%~1"=="" pause
exit /b %JIXIAO_RESULT%
