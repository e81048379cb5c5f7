# Turns one paper into a PDF by the Word of this machine. boardtool starts this and reads what it says, a line each:
#
#     word PID             the Word that was started for this paper, which may be ended
#     done                 the PDF is written
#     refused STEP NUMBER  start, password, open or export failed; NUMBER is what Word or Windows calls it
#
# Everything said is ASCII, whatever language Windows speaks, and so is this file: Windows PowerShell 5.1 reads it.
param(
    [Parameter(Mandatory = $true)][string]$Source,
    [Parameter(Mandatory = $true)][string]$Target
)
$ErrorActionPreference = 'Stop'

$AlertsNone = 0            # wdAlertsNone
$MacrosNever = 3           # msoAutomationSecurityForceDisable
$RevisionsFinal = 0        # wdRevisionsViewFinal
$FormatPdf = 17            # wdExportFormatPDF
$ForPrint = 0              # wdExportOptimizeForPrint
$WholeDocument = 0         # wdExportAllDocument
$WithoutMarkup = 0         # wdExportDocumentContent
$HeadingsAsBookmarks = 1   # wdExportCreateHeadingBookmarks
$WrongPassword = 0x800A1520  # Word's error 5408

# A paper with a password is refused over this one; without it Word would ask, in a window that nobody sees.
$NotThePassword = 'no password'

# The Words that programs started; the person's own has no /Automation in its command line. Where Windows does not
# tell, none is named, and none is ended later.
function Get-StartedWord {
    Get-CimInstance -ClassName Win32_Process -Filter "Name = 'WINWORD.EXE'" -ErrorAction SilentlyContinue |
        Where-Object { $_.CommandLine -like '*/Automation*' } |
        ForEach-Object { [int]$_.ProcessId }
}

# A Word that is still starting refuses calls for some seconds.
function Wait-Word($Word) {
    foreach ($try in 1..20) {
        try { $Word.Visible = $false; return } catch { Start-Sleep -Milliseconds 500 }
    }
    $Word.Visible = $false
}

function Get-Number($Failure) {
    $inner = $Failure.Exception
    while ($inner.InnerException) { $inner = $inner.InnerException }
    $inner.HResult
}

$word = $null
$document = $null
$options = $null
$linksBefore = $null
$hiddenBefore = $null
$step = 'start'
try {
    $before = @(Get-StartedWord)
    $word = New-Object -ComObject Word.Application
    $started = @(Get-StartedWord | Where-Object { $before -notcontains $_ })
    if ($started.Count -eq 1) { Write-Output "word $($started[0])" }
    Wait-Word $word
    $word.DisplayAlerts = $AlertsNone
    $word.AutomationSecurity = $MacrosNever
    $options = $word.Options
    $linksBefore = $options.UpdateLinksAtOpen
    $options.UpdateLinksAtOpen = $false  # a paper is to fetch nothing from elsewhere
    $hiddenBefore = $options.PrintHiddenText
    $options.PrintHiddenText = $false

    # Its name, whether to ask about conversions, read only, whether among recent files, a password.
    $step = 'open'
    $document = $word.Documents.Open($Source, $false, $true, $false, $NotThePassword)

    $step = 'export'
    try {  # tracked changes as accepted; older and newer Words name this differently, and one paper has no such view
        $document.PrintRevisions = $false
        $view = $document.ActiveWindow.View
        $view.ReadingLayout = $false
        $view.RevisionsView = $RevisionsFinal
        $view.ShowRevisionsAndComments = $false
    } catch { $view = $null }
    # Its name, what it is, whether to open it then, quality, range, from, to, markup;
    # properties, rights, bookmarks, tags for screen readers, fonts as pictures, PDF/A.
    $document.ExportAsFixedFormat($Target, $FormatPdf, $false, $ForPrint, $WholeDocument, 1, 1, $WithoutMarkup,
        $false, $true, $HeadingsAsBookmarks, $true, $true, $false)
    Write-Output 'done'
} catch {
    $number = Get-Number $_
    if ($step -eq 'open' -and $number -eq $WrongPassword) { $step = 'password' }
    Write-Output "refused $step $number"
} finally {
    if ($document) {
        try { $document.Saved = $true; $document.Close($false) } catch { $document = $null }
    }
    if ($word) {
        # Word keeps these for the person's next day, so they are put back before it ends.
        try { if ($null -ne $linksBefore) { $options.UpdateLinksAtOpen = $linksBefore } } catch { $options = $null }
        try { if ($null -ne $hiddenBefore) { $options.PrintHiddenText = $hiddenBefore } } catch { $options = $null }
        try {
            $word.NormalTemplate.Saved = $true
            # A file that the person opened meanwhile may have come to this Word: then it is theirs.
            $theirs = @($word.Documents | Where-Object { $_.Name -ne [IO.Path]::GetFileName($Source) })
            if ($theirs.Count -gt 0) { $word.Visible = $true } else { $word.Quit() }
        } catch { $theirs = $null }
        [void][Runtime.InteropServices.Marshal]::FinalReleaseComObject($word)
        $word = $null
        [GC]::Collect()
        [GC]::WaitForPendingFinalizers()
    }
}
