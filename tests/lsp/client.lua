-- Neovim as a client of the language server: it opens the draft that it is started with, and writes what it sees as JSON.
-- The environment names the command (one word a line), the folder of the office, and the file to write.

local seen = {}

local function finish()
  local file = assert(io.open(vim.env.FACTCHECK_SEEN, "w"))
  file:write(vim.fn.json_encode(seen))
  file:close()
  vim.cmd("qall!")
end

-- Run a step; an error ends the session and is what was seen.
local function try(step)
  local ok, why = xpcall(step, debug.traceback)
  if not ok then
    seen = { error = why }
    finish()
  end
end

local command = vim.split(vim.env.FACTCHECK_COMMAND, "\n")
local exited
local id = vim.lsp.start_client({
  name = "factcheck",
  cmd = command,
  root_dir = vim.env.FACTCHECK_ROOT,
  on_exit = function(code)
    exited = code
  end,
})
vim.lsp.buf_attach_client(0, id)

local function wait_for(what)
  assert(vim.wait(20000, what, 20), "nothing came: " .. vim.inspect(vim.lsp.get_client_by_id(id)))
end

local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, 20000))
  return answers[id].result
end

local function look()
  -- Diagnostics, with columns in bytes, as Neovim keeps them, and where the quickfix list and the cursor land.
  wait_for(function()
    return #vim.diagnostic.get(0) > 0
  end)
  seen.diagnostics = vim.tbl_map(function(each)
    return { line = each.lnum, first = each.col, last = each.end_col, message = each.message, code = each.code }
  end, vim.diagnostic.get(0))
  vim.diagnostic.setqflist({ open = false })
  seen.quickfix = vim.tbl_map(function(each)
    return { line = each.lnum, column = each.col }
  end, vim.fn.getqflist())
  vim.cmd("cfirst")
  seen.from_cursor = vim.fn.getline("."):sub(vim.fn.col("."))

  -- Hover.
  seen.hover = ask("textDocument/hover", vim.lsp.util.make_position_params(0, "utf-16")).contents.value
  local place = ask("textDocument/definition", vim.lsp.util.make_position_params(0, "utf-16"))[1]
  vim.lsp.util.jump_to_location(place, "utf-16")
  seen.definition = { file = vim.fn.expand("%:t"), line = vim.fn.getline(".") }
  vim.cmd("buffer 1")

  -- The first code action, applied.
  local range = vim.lsp.util.make_range_params(0, "utf-16")
  range.context = { diagnostics = {} }
  local action = ask("textDocument/codeAction", range)[1]
  seen.action = action.title
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  seen.line = vim.fn.getline(seen.diagnostics[1].line + 1)
  wait_for(function()
    return #vim.diagnostic.get(0) == 0
  end)

  -- Completion by Neovim's own omnifunc, at the end of a new line; it would hand its list to the insert mode.
  local typed = "🚢改造老旧小区"
  vim.o.virtualedit = "onemore"
  vim.api.nvim_buf_set_lines(0, -1, -1, true, { typed })
  vim.api.nvim_win_set_cursor(0, { vim.fn.line("$"), #typed })
  vim.fn.mode = function()
    return "i"
  end
  vim.fn.complete = function(column, items)
    seen.completion = { column = column, words = vim.tbl_map(function(each)
      return each.word
    end, items) }
  end
  vim.lsp.omnifunc(1, "")
  wait_for(function()
    return seen.completion ~= nil
  end)

  vim.lsp.stop_client(id)
  wait_for(function()
    return exited ~= nil
  end)
  seen.exited = exited
end

try(look)
finish()
