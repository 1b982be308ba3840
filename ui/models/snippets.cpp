// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/snippets.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qsizetype shownStart = 3;
constexpr qsizetype shownEnd = 4;
constexpr qsizetype dots = 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("Gatehouse::Ui", text);
}

// "http://127.0.0.1:4417" of "http://127.0.0.1:4417/v1": Anthropic's clients add /v1 themselves.
QString withoutVersion(QString url)
{
    return url.endsWith("/v1"_L1) ? url.chopped(3) : url;
}

QString curlText(const Connection &c)
{
    const QString quote = c.keyInEnvironment ? u"\""_s : u"'"_s;
    return u"curl %1/chat/completions \\\n"
           "  -H %2Authorization: Bearer %3%2 \\\n"
           "  -H 'Content-Type: application/json' \\\n"
           "  -d '{\"model\": \"%4\",\n"
           "       \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}'\n"_s.arg(
               c.baseUrl, quote, c.key, c.model);
}

QString pythonText(const Connection &c)
{
    const QString key =
        c.keyInEnvironment ? u"os.environ[\"GATEHOUSE_KEY\"]"_s : u"\"%1\""_s.arg(c.key);
    return u"%1from openai import OpenAI\n\n"
           "client = OpenAI(base_url=\"%2\",\n"
           "                api_key=%3)\n"
           "reply = client.chat.completions.create(\n"
           "    model=\"%4\",\n"
           "    messages=[{\"role\": \"user\", \"content\": \"Hello\"}])\n"
           "print(reply.choices[0].message.content)\n"_s.arg(
               c.keyInEnvironment ? u"import os\n"_s : QString(), c.baseUrl, key, c.model);
}

QString javaScriptText(const Connection &c)
{
    const QString key =
        c.keyInEnvironment ? u"process.env.GATEHOUSE_KEY"_s : u"\"%1\""_s.arg(c.key);
    return u"import OpenAI from \"openai\";\n\n"
           "const client = new OpenAI({\n"
           "  baseURL: \"%1\",\n"
           "  apiKey: %2,\n"
           "});\n"
           "const reply = await client.chat.completions.create({\n"
           "  model: \"%3\",\n"
           "  messages: [{ role: \"user\", content: \"Hello\" }],\n"
           "});\n"
           "console.log(reply.choices[0].message.content);\n"_s.arg(c.baseUrl, key, c.model);
}

QString anthropicPythonText(const Connection &c)
{
    const QString key =
        c.keyInEnvironment ? u"os.environ[\"GATEHOUSE_KEY\"]"_s : u"\"%1\""_s.arg(c.key);
    return u"%1from anthropic import Anthropic\n\n"
           "client = Anthropic(base_url=\"%2\",\n"
           "                   auth_token=%3)\n"
           "reply = client.messages.create(\n"
           "    model=\"%4\", max_tokens=1024,\n"
           "    messages=[{\"role\": \"user\", \"content\": \"Hello\"}])\n"
           "print(reply.content[0].text)\n"_s.arg(c.keyInEnvironment ? u"import os\n"_s : QString(),
                                                  withoutVersion(c.baseUrl), key, c.model);
}

QString anthropicJavaScriptText(const Connection &c)
{
    const QString key =
        c.keyInEnvironment ? u"process.env.GATEHOUSE_KEY"_s : u"\"%1\""_s.arg(c.key);
    return u"import Anthropic from \"@anthropic-ai/sdk\";\n\n"
           "const client = new Anthropic({\n"
           "  baseURL: \"%1\",\n"
           "  authToken: %2,\n"
           "});\n"
           "const reply = await client.messages.create({\n"
           "  model: \"%3\", max_tokens: 1024,\n"
           "  messages: [{ role: \"user\", content: \"Hello\" }],\n"
           "});\n"
           "console.log(reply.content[0].text);\n"_s.arg(withoutVersion(c.baseUrl), key, c.model);
}

// The client adds /v1beta/models itself.
QString geminiText(const Connection &c)
{
    const QString key =
        c.keyInEnvironment ? u"process.env.GATEHOUSE_KEY"_s : u"\"%1\""_s.arg(c.key);
    return u"import { GoogleGenAI } from \"@google/genai\";\n\n"
           "const client = new GoogleGenAI({\n"
           "  apiKey: %2,\n"
           "  httpOptions: { baseUrl: \"%1\" },\n"
           "});\n"
           "const reply = await client.models.generateContent({\n"
           "  model: \"%3\",\n"
           "  contents: \"Hello\",\n"
           "});\n"
           "console.log(reply.text);\n"_s.arg(withoutVersion(c.baseUrl), key, c.model);
}

// Codex reads the key from a variable only.
QString codexText(const Connection &c)
{
    const QString told =
        c.keyInEnvironment ? QString() : u"# export GATEHOUSE_KEY=%1\n"_s.arg(c.key);
    return u"%1model = \"%2\"\n"
           "model_provider = \"gatehouse\"\n\n"
           "[model_providers.gatehouse]\n"
           "name = \"Gatehouse\"\n"
           "base_url = \"%3\"\n"
           "env_key = \"GATEHOUSE_KEY\"\n"
           "wire_api = \"responses\"\n"_s.arg(told, c.model, c.baseUrl);
}

// Ollama's clients ask /api/chat below the host.
QString ollamaText(const Connection &c)
{
    return u"export OLLAMA_HOST=%1\n"
           "export OLLAMA_API_KEY=%2\n"
           "ollama run %3\n"_s.arg(withoutVersion(c.baseUrl), c.key, c.model);
}

QString claudeCodeText(const Connection &c)
{
    return u"export ANTHROPIC_BASE_URL=%1\n"
           "export ANTHROPIC_AUTH_TOKEN=%2\n"
           "export ANTHROPIC_MODEL=%3\n"
           "claude\n"_s.arg(withoutVersion(c.baseUrl), c.key, c.model);
}

QString factsText(const Connection &c)
{
    return u"%1\n  %2\n\n%3\n  %4\n\n%5\n  %6\n"_s.arg(tr("Base URL"), c.baseUrl, tr("Key"), c.key,
                                                       tr("Model"), c.model);
}

QString continueText(const Connection &c)
{
    const QString key = c.keyInEnvironment ? u"${{ secrets.GATEHOUSE_KEY }}"_s : c.key;
    return u"models:\n"
           "  - name: Gatehouse\n"
           "    provider: openai\n"
           "    model: %1\n"
           "    apiBase: %2\n"
           "    apiKey: %3\n"
           "    roles: [chat, edit, apply]\n"_s.arg(c.model, c.baseUrl, key);
}

} // namespace

QList<Snippet> connectSnippets(const Connection &connection)
{
    Connection c = connection;
    if (c.keyInEnvironment)
        c.key = u"$GATEHOUSE_KEY"_s;
    return {
        {u"curl"_s, u"curl"_s, tr("Paste into a terminal."), curlText(c)},
        {u"python"_s, u"Python"_s, tr("Needs the package openai."), pythonText(c)},
        {u"javascript"_s, u"JavaScript"_s, tr("Needs the package openai."), javaScriptText(c)},
        {u"claudeCode"_s, u"Claude Code"_s, tr("Paste into a terminal."), claudeCodeText(c)},
        {u"codex"_s, u"Codex"_s, tr("Add to ~/.codex/config.toml."), codexText(c)},
        {u"cursor"_s, u"Cursor"_s,
         tr("Settings, Models: add the model, then set key and base URL for OpenAI."),
         factsText(c)},
        {u"continue"_s, u"Continue"_s, tr("Add to ~/.continue/config.yaml."), continueText(c)},
        {u"anthropicPython"_s, u"Anthropic Python"_s, tr("Needs the package anthropic."),
         anthropicPythonText(c)},
        {u"anthropicJavaScript"_s, u"Anthropic JavaScript"_s,
         tr("Needs the package @anthropic-ai/sdk."), anthropicJavaScriptText(c)},
        {u"gemini"_s, u"Gemini"_s, tr("Needs the package @google/genai."), geminiText(c)},
        {u"ollama"_s, u"Ollama"_s,
         tr("For programs of Ollama that send OLLAMA_API_KEY to their host."), ollamaText(c)},
        {u"other"_s, tr("Other"), tr("Any app that lets you set an OpenAI address."), factsText(c)},
    };
}

QList<SnippetView::Text> snippetTexts(const Connection &connection)
{
    Connection masked = connection;
    masked.key = maskedKey(connection.key);
    const QList<Snippet> shown = connectSnippets(masked);
    const QList<Snippet> full = connectSnippets(connection);
    QList<SnippetView::Text> texts;
    for (qsizetype i = 0; i < shown.size(); ++i)
        texts.append({.title = shown.at(i).title,
                      .hint = shown.at(i).hint,
                      .shown = shown.at(i).text,
                      .copied = full.at(i).text});
    return texts;
}

QString maskedKey(const QString &key)
{
    if (key.size() <= shownStart + shownEnd)
        return QString(dots, u'•');
    return key.first(shownStart) + QString(dots, u'•') + key.last(shownEnd);
}

} // namespace Gatehouse::Ui
